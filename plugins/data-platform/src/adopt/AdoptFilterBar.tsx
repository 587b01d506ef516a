import { Button, SearchField, Select } from '@backstage/ui';
import {
  refTitle,
  useSources,
  useTypedText,
} from '@millrace/backstage-plugin-data-platform-react';
import { AdoptFilter } from './useAdoptFilter';
import styles from './adopt.module.css';

const ANY = '*';

/** Text and cluster. */
export function AdoptFilterBar(props: {
  filter: AdoptFilter;
  onChange: (patch: Partial<AdoptFilter>) => void;
}) {
  const { filter, onChange } = props;
  const { value } = useSources();
  const [text, setText] = useTypedText(filter.q, next => onChange({ q: next }));
  const clusters = value?.items ?? [];
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
        <Select
          className={styles.choice}
          aria-label="Cluster"
          selectedKey={filter.source ?? ANY}
          onSelectionChange={key =>
            onChange({ source: key === ANY || !key ? undefined : String(key) })
          }
          options={[
            { id: ANY, label: 'All clusters' },
            ...clusters.map(({ name, title }) => ({
              id: name,
              label: title ?? name,
            })),
          ]}
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
