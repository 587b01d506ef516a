import { Button, SearchField } from '@backstage/ui';
import {
  FilterSelect,
  refTitle,
  useTypedText,
} from '@millrace/backstage-plugin-data-platform-react';
import {
  ACTIVITY_STATES,
  ActivityFilter,
  narrowsActivity,
} from './ActivityFilter';
import styles from './activity.module.css';

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
      <FilterSelect
        label="State"
        any="All states"
        value={filter.state}
        choices={ACTIVITY_STATES.map(({ id, word }) => ({ id, label: word }))}
        onChange={state => onChange({ state })}
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
