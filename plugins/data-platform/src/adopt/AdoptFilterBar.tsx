import { Button, SearchField } from '@backstage/ui';
import {
  FilterSelect,
  refTitle,
  useSources,
  useTypedText,
} from '@millrace/backstage-plugin-data-platform-react';
import { AdoptFilter } from './useAdoptFilter';
import styles from './adopt.module.css';

/** Text and cluster. */
export function AdoptFilterBar(props: {
  filter: AdoptFilter;
  onChange: (patch: Partial<AdoptFilter>) => void;
}) {
  const { filter, onChange } = props;
  const { value } = useSources();
  const [text, setText] = useTypedText(filter.q, next => onChange({ q: next }));
  // What is adopted lies on a cluster; other systems are sources as well.
  const clusters = (value?.items ?? []).filter(
    ({ type }) => type === 'kubernetes',
  );
  return (
    <div className={styles.bar} role="search" aria-label="Filter">
      <SearchField
        className={styles.search}
        size="small"
        aria-label="Search by name of a namespace or job"
        placeholder="Namespace or job"
        value={text}
        onChange={setText}
      />
      {clusters.length > 1 && (
        <FilterSelect
          label="Cluster"
          any="All clusters"
          value={filter.source}
          choices={clusters.map(({ name, title }) => ({
            id: name,
            label: title ?? name,
          }))}
          onChange={source => onChange({ source })}
        />
      )}
      {filter.domainRef && (
        <span className={styles.quiet}>
          In domain {refTitle(filter.domainRef)} alone
        </span>
      )}
      {(filter.q || filter.source || filter.domainRef) && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() =>
            onChange({ q: undefined, source: undefined, domainRef: undefined })
          }
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}
