import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';

/** What an operation does, whichever system brings it. */
export type Verb =
  | 'run'
  | 'rerun'
  | 'start'
  | 'restart'
  | 'stop'
  | 'suspend'
  | 'resume'
  | 'delete'
  | 'other';

const VERBS: readonly Verb[] = [
  'rerun',
  'run',
  'start',
  'restart',
  'stop',
  'suspend',
  'resume',
  'delete',
];

function action(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}

/** `spark:suspend-schedule` suspends; `spark-job:run` and `spark:run-now` run. */
export function verbOf(id: string): Verb {
  const [first] = action(id).split('-');
  return VERBS.find(verb => verb === first) ?? 'other';
}

/** Whether it acts on the schedule rather than on a run. */
export function isOfSchedule(id: string): boolean {
  return action(id).endsWith('-schedule');
}

/** What a person can make sense of at once: of suspend and resume only what can be done. */
export function worthShowing(
  operations: readonly OperationAvailability[],
): OperationAvailability[] {
  return operations.filter(({ id, available }) => {
    const verb = verbOf(id);
    return available || (verb !== 'suspend' && verb !== 'resume');
  });
}
