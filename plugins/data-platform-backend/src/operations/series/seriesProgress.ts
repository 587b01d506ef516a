import { Operation } from '@millrace/backstage-plugin-data-platform-common';
import { OperationRecord } from '../OperationRecord';

/** How far a series of runs has come; undefined for what is none. */
export function seriesProgress(
  record: Pick<OperationRecord, 'series' | 'steps' | 'progress'>,
): Operation['progress'] {
  if (!record.series) return undefined;
  const count = (state: string) =>
    record.steps.filter(({ id }) => record.progress[id]?.state === state)
      .length;
  return {
    total: record.steps.length,
    done: count('done'),
    running: count('running'),
    failed: count('failed'),
  };
}
