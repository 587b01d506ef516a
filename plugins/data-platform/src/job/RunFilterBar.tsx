import { Button } from '@backstage/ui';
import {
  FilterSelect,
  RUN_WORD,
  RunState,
  useOperations,
} from '@millrace/backstage-plugin-data-platform-react';
import { BACKFILL } from '../series/seriesState';
import styles from './JobRuns.module.css';

/** Which runs of a job are listed. */
export interface RunFilter {
  outcome?: RunState;
  /** Id of the operation that made them. */
  series?: string;
}

/** All runs. */
export const NO_FILTER: RunFilter = { outcome: undefined, series: undefined };

const OUTCOMES: readonly RunState[] = [
  'running',
  'failed',
  'succeeded',
  'cancelled',
];

/** Narrows the runs of a job to an outcome or to one back-fill. */
export function RunFilterBar(props: {
  entityRef: string;
  filter: RunFilter;
  onChange: (patch: RunFilter) => void;
}) {
  const { entityRef, filter, onChange } = props;
  const { value } = useOperations({ entityRef, limit: 100 });
  const series = (value?.items ?? []).filter(
    ({ operation }) => operation === BACKFILL,
  );
  return (
    <div className={styles.filter} role="search" aria-label="Filter the runs">
      <FilterSelect
        label="Outcome"
        any="All outcomes"
        value={filter.outcome}
        choices={OUTCOMES.map(id => ({ id, label: RUN_WORD[id] }))}
        onChange={outcome => onChange({ outcome: outcomeOf(outcome) })}
      />
      {(series.length > 0 || filter.series) && (
        <FilterSelect
          label="Series"
          any="All runs"
          value={filter.series}
          choices={series.map(({ id, title, createdAt }) => ({
            id,
            label: `${title} (${new Date(createdAt).toLocaleDateString()})`,
          }))}
          // A link may name one that is older than those that were read.
          stray="One series"
          wide
          onChange={chosen => onChange({ series: chosen })}
        />
      )}
      {(filter.outcome || filter.series) && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => onChange(NO_FILTER)}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}

/** The outcome of that name, if it is one. */
export function outcomeOf(
  text: string | null | undefined,
): RunState | undefined {
  return OUTCOMES.find(name => name === text);
}
