import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { BranchChoice } from './branchChoice';
import { RunValues } from './runValues';

/** Form of a run with values of its own. */
export interface RunForm extends RunValues {
  /** `YYYY-MM-DD`, or empty. */
  date: string;
  dateArgument: string;
  /** What is typed to find a data branch, and the one that is chosen. */
  branchText: string;
  branch?: BranchChoice;
}

/** Memory as Spark takes it. */
const MEMORY = /^[1-9]\d*[kmgt]b?$/i;
const WHOLE = /^[1-9]\d*$/;

/** Paths of the inputs that the form has a field for. */
export const RUN_FIELDS = [
  'branch',
  'arguments',
  'date',
  'dateArgument',
  'driver',
  'executor',
  'driver.cores',
  'driver.memory',
  'driver.memoryOverhead',
  'executor.instances',
  'executor.cores',
  'executor.memory',
  'executor.memoryOverhead',
];

/** The input of `spark-job:run`: only what differs from the definition, so that the run is told as changed in that alone. */
export function runInput(
  form: RunForm,
  defined: RunValues,
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  if (form.branch) {
    const { source, repository, branch } = form.branch;
    input.branch = { source, repository, branch };
  }
  const given = form.arguments.filter(argument => argument !== '');
  if (JSON.stringify(given) !== JSON.stringify(defined.arguments)) {
    input.arguments = given;
  }
  if (form.date) {
    input.date = form.date;
    if (form.dateArgument) {
      input.dateArgument = form.dateArgument;
    }
  }
  const driver = changed(form.driver, defined.driver);
  const executor = changed(form.executor, defined.executor);
  return {
    ...input,
    ...(driver && { driver }),
    ...(executor && { executor }),
  };
}

/** What is wrong with the form, as far as can be told without the server. */
export function runProblems(form: RunForm): Finding[] {
  const problems: Finding[] = [];
  const check = (field: string, text: string, pattern: RegExp, say: string) => {
    if (text && !pattern.test(text)) {
      problems.push({ level: 'error', field, message: say });
    }
  };
  for (const role of ['driver', 'executor'] as const) {
    const pod = form[role];
    check(`${role}.cores`, pod.cores, WHOLE, 'Give whole cores, 1 or more.');
    for (const key of ['memory', 'memoryOverhead'] as const) {
      check(`${role}.${key}`, pod[key], MEMORY, 'Give it as 512m or 4g.');
    }
  }
  check(
    'executor.instances',
    form.executor.instances,
    WHOLE,
    'Give a whole number, 1 or more.',
  );
  return [...problems, ...dateProblems(form), ...branchProblems(form)];
}

/** A text that names no branch would start the run on none, unnoticed. */
function branchProblems({ branchText, branch }: RunForm): Finding[] {
  return branchText.trim() === '' || branch
    ? []
    : [
        {
          level: 'error',
          field: 'branch',
          message: 'Choose a branch of the list, or leave this empty.',
        },
      ];
}

/** A date that the application is never told would change nothing. */
export function dateProblems(form: {
  date: string;
  dateArgument: string;
}): Finding[] {
  if (!form.date) {
    return [];
  }
  if (!form.dateArgument) {
    return [
      {
        level: 'error',
        field: 'dateArgument',
        message: 'Say how the application is told its date.',
        remedy: 'For example --date={date}.',
      },
    ];
  }
  return /\{(date|datetime)\}/.test(form.dateArgument)
    ? []
    : [
        {
          level: 'error',
          field: 'dateArgument',
          message: 'It must contain {date} or {datetime}.',
        },
      ];
}

function changed<T extends object>(
  pod: T,
  defined: T,
): Record<string, unknown> | undefined {
  const entries = Object.entries(pod).filter(
    ([key, value]) => value !== '' && value !== defined[key as keyof T],
  );
  return entries.length > 0
    ? Object.fromEntries(
        entries.map(([key, value]) => [
          key,
          WHOLE.test(value) && !key.startsWith('memory')
            ? Number(value)
            : value,
        ]),
      )
    : undefined;
}
