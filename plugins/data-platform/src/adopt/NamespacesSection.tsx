import { useState } from 'react';
import { Text } from '@backstage/ui';
import { AdoptableNamespace } from '@millrace/backstage-plugin-data-platform-common';
import { EmptyState } from '@millrace/backstage-plugin-data-platform-react';
import { NamespaceList } from './NamespaceList';
import styles from './adopt.module.css';

/** What can be done now comes first. */
const ORDER = { labelled: 0, unknown: 1, unlabelled: 2, adopted: 3 };
const FEW = 3;

/** The namespaces that something runs in: those that can be adopted, those that an admin has to label first, the rest. */
export function NamespacesSection(props: {
  namespaces: readonly AdoptableNamespace[];
}) {
  const sorted = [...props.namespaces].sort(
    (a, b) =>
      ORDER[a.state] - ORDER[b.state] ||
      a.source.localeCompare(b.source) ||
      a.namespace.localeCompare(b.namespace),
  );
  const waiting = sorted.filter(({ state }) => state !== 'adopted');
  const adopted = sorted.filter(({ state }) => state === 'adopted');
  return (
    <section className={styles.section} aria-labelledby="adopt-namespaces">
      <Text as="h2" variant="title-x-small" weight="bold" id="adopt-namespaces">
        Namespaces
      </Text>
      {sorted.length === 0 && (
        <EmptyState compact title="No namespace to adopt.">
          Namespaces that something runs in appear here.
        </EmptyState>
      )}
      {waiting.length > 0 && <NamespaceList items={waiting} />}
      {adopted.length > 0 && (
        <Adopted items={adopted} unfolded={waiting.length === 0} />
      )}
    </section>
  );
}

/** Nothing has to be done about them: they are unfolded where they are few and all that there is. */
function Adopted(props: {
  items: readonly AdoptableNamespace[];
  unfolded: boolean;
}) {
  const { items, unfolded } = props;
  const [open, setOpen] = useState(unfolded && items.length <= FEW);
  return (
    <details
      className={styles.details}
      open={open}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>Adopted or made by the portal ({items.length})</summary>
      {open && <NamespaceList items={items} />}
    </details>
  );
}
