import { useState } from 'react';
import {
  FilterSelect,
  refTitle,
  useDomains,
  useLastValue,
  useRested,
} from '@millrace/backstage-plugin-data-platform-react';

/** Of more domains than these one types to find. */
const MOST = 50;

/** Narrows a list to a domain. Domains are asked for once the choice is opened: there may be thousands. */
export function DomainFilter(props: {
  /** Full ref. */
  value: string | undefined;
  onChange: (domain: string | undefined) => void;
}) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const asked = useRested(text.trim());
  const read = useDomains(
    open ? { q: asked || undefined, limit: MOST } : undefined,
  );
  const page = useLastValue(read.value);
  return (
    <FilterSelect
      label="Domain"
      any="All domains"
      {...props}
      choices={(page?.items ?? []).map(({ entityRef, title }) => ({
        id: entityRef,
        label: labelOf(refTitle(entityRef), title),
      }))}
      finder={{
        onOpen(now) {
          setOpen(now);
          setText('');
        },
        text,
        onText: setText,
        placeholder: placeholder(page, asked),
        loading: open && !read.value && !read.error,
      }}
    />
  );
}

/** The name, and the title where that says more: `crm (Customer relations)`. */
function labelOf(name: string, title: string | undefined): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return !title || plain(title) === plain(name) ? name : `${name} (${title})`;
}

function placeholder(
  page: { total: number; items: readonly unknown[] } | undefined,
  asked: string,
): string {
  return page && !asked && page.total > page.items.length
    ? `Search ${page.total.toLocaleString()} domains`
    : 'Search domains';
}
