import { Button, SearchField, Select } from '@backstage/ui';
import {
  refTitle,
  useTypedText,
} from '@millrace/backstage-plugin-data-platform-react';
import {
  ACTIVITY_STATES,
  ActivityFilter,
  narrowsActivity,
} from './ActivityFilter';
import styles from './activity.module.css';

const ANY = '*';

/** Text, state, and the entity that a link asked for. */
export function ActivityFilterBar(props: {
  filter: ActivityFilter;
  onChange: (patch: Record<string, string | undefined>) => void;
  onClear: () => void;
}) {
  const { filter, onChange, onClear } = props;
  const [text, setText] = useTypedText(filter.q, q => onChange({ q }));
  return (
    <div className={styles.bar} role="search" aria-label="Filter who did what">
      <SearchField
        className={styles.search}
        size="small"
        aria-label="Search by operation, person, entity or id"
        placeholder="Operation, person, entity or id"
        value={text}
        onChange={setText}
      />
      <Select
        className={styles.choice}
        aria-label="State"
        selectedKey={filter.state ?? ANY}
        onSelectionChange={key =>
          onChange({ state: key === ANY || !key ? undefined : String(key) })
        }
        options={[
          { id: ANY, label: 'All states' },
          ...ACTIVITY_STATES.map(({ id, word }) => ({ id, label: word })),
        ]}
      />
      {filter.entity && (
        <span className={styles.quiet}>Of {refTitle(filter.entity)} alone</span>
      )}
      {narrowsActivity(filter) && (
        <Button size="small" variant="tertiary" onPress={onClear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}
