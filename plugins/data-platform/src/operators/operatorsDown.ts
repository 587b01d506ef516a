import {
  Job,
  OperatorState,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';

/** An operator that seems to be down, and where. */
export interface OperatorDown {
  source: string;
  sourceTitle: string;
  operator: OperatorState;
}

/** The operators that seem to be down, by the order of the sources. */
export function operatorsDown(
  sources: readonly Source[] | undefined,
): OperatorDown[] {
  return (sources ?? []).flatMap(source =>
    (source.operators ?? [])
      .filter(({ state }) => state === 'down')
      .map(operator => ({
        source: source.name,
        sourceTitle: source.title ?? source.name,
        operator,
      })),
  );
}

/** Whether an operator moves objects of an API group. */
export function movesGroup(operator: OperatorState, group: string): boolean {
  return operator.kinds.some(kind => kind.endsWith(`.${group}`));
}

/** The API group of what a job runs: of its live object, else of its definition; undefined where neither is known. */
export function groupOfJob(job: Job): string | undefined {
  if (job.current) {
    return job.current.group;
  }
  return /^apiVersion:\s*['"]?([^/'"\s]+)\//m.exec(job.definition ?? '')?.[1];
}
