import {
  Health,
  Operation,
  OperationStep,
} from '@millrace/backstage-plugin-data-platform-common';

/** Id of the operation that a back-fill is. */
export const BACKFILL = 'spark-job:backfill';
/** Id of the operation that ends one early. */
export const CANCEL_SERIES = 'series:cancel';

/** How far a series is. */
export interface SeriesProgress {
  total: number;
  done: number;
  running: number;
  failed: number;
}

/** Whether the operation still goes on. */
export function goesOn(operation: Operation): boolean {
  return operation.state === 'accepted' || operation.state === 'running';
}

/** As the operation tells it, or as its steps do. */
export function progressOf(operation: Operation): SeriesProgress {
  const { progress, steps } = operation;
  if (progress) {
    return progress;
  }
  const count = (state: OperationStep['state']) =>
    steps.filter(step => step.state === state).length;
  return {
    total: steps.length,
    done: count('done'),
    running: count('running'),
    failed: count('failed'),
  };
}

/** One sentence: `2 of 5 runs are done, 1 is under way, 1 did not succeed.` */
export function progressSentence(progress: SeriesProgress): string {
  const { total, done, running, failed } = progress;
  const parts = [
    `${done} of ${total} runs ${done === 1 ? 'is' : 'are'} done`,
    running > 0 && `${running} ${running === 1 ? 'is' : 'are'} under way`,
    failed > 0 && `${failed} did not succeed`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** Health whose mark stands for the whole series. */
export function seriesHealth(operation: Operation): Health {
  const { failed } = progressOf(operation);
  switch (operation.state) {
    case 'done':
      return failed > 0 ? 'degraded' : 'healthy';
    case 'failed':
      return 'failed';
    case 'cancelled':
      return 'suspended';
    default:
      return failed > 0 ? 'degraded' : 'progressing';
  }
}

/** The date that a step of a series is for. */
export function dateOf(step: OperationStep): string {
  return /^run-(\d{4}-.*)$/.exec(step.id)?.[1] ?? step.title;
}
