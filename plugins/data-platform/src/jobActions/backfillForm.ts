import { Finding, Plan } from '@millrace/backstage-plugin-data-platform-common';
import { apiDate, backfillDates, Every, MOST_RUNS } from './backfillDates';

/** Form of a back-fill. */
export interface BackfillForm {
  from: string;
  to: string;
  every: Every;
  dateArgument: string;
  parallel: string;
  onFailure: 'stop' | 'continue';
}

/** Paths of the inputs that the form has a field for. */
export const BACKFILL_FIELDS = [
  'from',
  'to',
  'every',
  'dateArgument',
  'parallel',
  'onFailure',
];

/** The input of `spark-job:backfill`; undefined while a date is missing. */
export function backfillInput(
  form: BackfillForm,
): Record<string, unknown> | undefined {
  const { from, to, every, dateArgument, parallel, onFailure } = form;
  if (!from || !to) {
    return undefined;
  }
  return {
    from: apiDate(from, every),
    to: apiDate(to, every),
    every,
    ...(dateArgument && { dateArgument }),
    parallel: Number(parallel),
    onFailure,
  };
}

/** What is wrong with the form, as far as can be told without the server. */
export function backfillProblems(form: BackfillForm): Finding[] {
  const problems: Finding[] = [];
  const say = (field: string, message: string, remedy?: string) =>
    problems.push({ level: 'error', field, message, remedy });
  const { from, to, every, parallel, dateArgument } = form;
  const count = backfillDates(from, to, every).length;
  if (from && to && count === 0) {
    say('to', 'The last date is before the first.');
  }
  if (count > MOST_RUNS) {
    say(
      'to',
      `These are more than ${MOST_RUNS} runs.`,
      'Take a shorter range.',
    );
  }
  if (!/^([1-9]|10)$/.test(parallel)) {
    say('parallel', 'Give a number from 1 to 10.');
  }
  if (dateArgument && !/\{(date|datetime)\}/.test(dateArgument)) {
    say('dateArgument', 'It must contain {date} or {datetime}.');
  }
  return problems;
}

/** The dates that the server would run; what is computed here until it has told. */
export function datesOf(form: BackfillForm, plan?: Plan): string[] {
  const told = (plan?.steps ?? [])
    .map(({ id }) => /^run-(\d{4}-.*)$/.exec(id)?.[1])
    .filter((date): date is string => !!date);
  return told.length > 0
    ? told
    : backfillDates(form.from, form.to, form.every).slice(0, MOST_RUNS);
}
