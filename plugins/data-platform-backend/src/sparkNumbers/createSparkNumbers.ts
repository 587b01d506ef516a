import { Clock } from '../clusters/Clock';
import { ClusterConnection } from '../clusters/types';
import { HistoryStore } from '../history/types';
import { RunNumbers } from '../store/RunNumbers';
import { ExecutorActivity } from './ExecutorActivity';
import { NumbersSettings } from './NumbersSettings';
import { SparkSampling } from './SparkSampling';

/** Spark's own numbers on the runs of all clusters; undefined where they are switched off. */
export function createSparkNumbers(options: {
  numbers: NumbersSettings;
  clock: Clock;
  signal: AbortSignal;
  connection(source: string): ClusterConnection | undefined;
  history: Pick<HistoryStore, 'recordNumbers'>;
  /** The numbers of a row are new. */
  onChange(id: string): void;
  activity?: ExecutorActivity;
}): RunNumbers | undefined {
  const { numbers, clock, signal, connection, history, activity } = options;
  return numbers.enabled
    ? new SparkSampling({
        ...numbers,
        clock,
        signal,
        connection,
        random: Math.random,
        record: (runId, last) => history.recordNumbers(runId, last),
        onChange: id => options.onChange(id),
        activity,
      })
    : undefined;
}
