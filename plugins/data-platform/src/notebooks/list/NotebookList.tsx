import { useState } from 'react';
import {
  EmptyState,
  LiveMark,
  PastTheEnd,
  useLastValue,
  useNotebooks,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { Button } from '@backstage/ui';
import { NewNotebookButton } from '../NewNotebookButton';
import { BulkBar } from './BulkBar';
import {
  ALL_NOTEBOOKS,
  narrowsNotebooks,
  NotebookFilter,
  notebookQueryOf,
} from './NotebookFilter';
import { NotebookFilterBar } from './NotebookFilterBar';
import { NotebookTable } from './NotebookTable';
import { NotebookTotals } from './NotebookTotals';
import styles from './list.module.css';

const NONE: ReadonlySet<string> = new Set();

/** Notebook servers with what they hold and how long nobody has used them; several can be stopped at once. */
export function NotebookList(props: {
  filter: NotebookFilter;
  onChange: (patch: Partial<NotebookFilter>) => void;
  /** The domain is given by the page. */
  inDomain?: boolean;
}) {
  const { filter, onChange, inDomain } = props;
  const notebooks = useNotebooks(notebookQueryOf(filter));
  // The page before stays on the screen until the next one is here.
  const page = useLastValue(notebooks.value);
  const [selected, setSelected] = useState(NONE);
  const items = page?.items ?? [];
  const chosen = items.filter(({ resource }) => selected.has(resource.id));
  const narrowed = narrowsNotebooks(
    inDomain ? { ...filter, domain: undefined } : filter,
  );
  return (
    <>
      {page && (
        <div className={styles.head}>
          <NotebookTotals page={page} />
          <span className={styles.end}>
            <LiveMark />
            <NewNotebookButton domainRef={filter.domain} />
          </span>
        </div>
      )}
      <NotebookFilterBar
        filter={filter}
        onChange={onChange}
        owners={page?.owners ?? []}
        inDomain={inDomain}
      />
      {notebooks.error && (
        <ViewProblem
          error={notebooks.error}
          subject={page ? 'anything newer than this' : 'the notebook servers'}
          onRetry={notebooks.refresh}
        />
      )}
      {items.length > 0 && (
        <BulkBar chosen={chosen} onDone={() => setSelected(NONE)} />
      )}
      {(page || !notebooks.error) && (
        <NotebookTable
          page={page}
          filter={filter}
          pending={!notebooks.value && notebooks.loading}
          selected={selected}
          onSelect={setSelected}
          onChange={onChange}
          empty={
            <Empty
              total={page?.total ?? 0}
              onFirst={() => onChange({ page: 1 })}
              warming={!!page?.warming}
              narrowed={narrowed}
              domainRef={filter.domain}
              onClear={() =>
                onChange(
                  inDomain
                    ? { ...ALL_NOTEBOOKS, domain: filter.domain }
                    : ALL_NOTEBOOKS,
                )
              }
            />
          }
        />
      )}
    </>
  );
}

function Empty(props: {
  /** Of all pages. */
  total: number;
  onFirst: () => void;
  warming: boolean;
  narrowed: boolean;
  domainRef?: string;
  onClear: () => void;
}) {
  if (props.total > 0) {
    return (
      <PastTheEnd
        what="notebook servers"
        total={props.total}
        onFirst={props.onFirst}
      />
    );
  }
  if (props.warming) {
    return (
      <EmptyState title="Reading the clusters for the first time …">
        The list fills by itself.
      </EmptyState>
    );
  }
  if (props.narrowed) {
    return (
      <EmptyState
        title="Nothing matches these filters."
        action={
          <Button size="small" variant="secondary" onPress={props.onClear}>
            Clear filters
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title="There is no notebook server yet."
      action={<NewNotebookButton domainRef={props.domainRef} />}
    >
      Make one to explore data with JupyterLab, Visual Studio Code or RStudio,
      next to the data.
    </EmptyState>
  );
}
