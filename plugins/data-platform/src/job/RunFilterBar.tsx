import { Button, Select } from '@backstage/ui';
import { Operation } from '@millrace/backstage-plugin-data-platform-common';
import {
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

const ANY = '*';
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
      <Select
        className={styles.choice}
        aria-label="Outcome"
        selectedKey={filter.outcome ?? ANY}
        onSelectionChange={key => onChange({ outcome: outcomeOf(String(key)) })}
        options={[
          { id: ANY, label: 'All outcomes' },
          ...OUTCOMES.map(id => ({ id, label: RUN_WORD[id] })),
        ]}
      />
      {(series.length > 0 || filter.series) && (
        <Select
          className={styles.choice}
          aria-label="Series"
          selectedKey={filter.series ?? ANY}
          onSelectionChange={key =>
            onChange({
              series: key === ANY || !key ? undefined : String(key),
            })
          }
          options={[
            { id: ANY, label: 'All runs' },
            ...seriesChoices(series, filter.series),
          ]}
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
export function outcomeOf(text: string | null): RunState | undefined {
  return OUTCOMES.find(name => name === text);
}

function seriesChoices(series: readonly Operation[], chosen?: string) {
  const choices = series.map(({ id, title, createdAt }) => ({
    id,
    label: `${title} (${new Date(createdAt).toLocaleDateString()})`,
  }));
  // A link may name one that is older than those that were read.
  return !chosen || choices.some(({ id }) => id === chosen)
    ? choices
    : [...choices, { id: chosen, label: 'One series' }];
}
