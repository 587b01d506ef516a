import { CronExpressionParser } from 'cron-parser';

const SECOND = 1000;
const DESCRIPTORS: Record<string, string> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const DURATION_UNITS: Record<string, number> = {
  ms: 1,
  s: SECOND,
  m: 60 * SECOND,
  h: 3600 * SECOND,
};

/** A schedule that cannot be read; the message is what the operator writes into `status.reason`. */
export class ScheduleError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ScheduleError';
  }
}

/** When a schedule fires next, strictly after an instant (ms). */
export type Schedule = (after: number) => number;

/** A Go duration: `20s`, `1h30m`. */
function parseDuration(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smh]))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smh])/g)) {
    total += Number(amount) * DURATION_UNITS[unit];
  }
  return total;
}

function every(text: string): Schedule {
  const duration = parseDuration(text.slice('@every '.length).trim());
  if (duration === undefined) {
    throw new ScheduleError(
      `failed to parse duration ${text}: time: invalid duration "${text.slice(
        '@every '.length,
      )}"`,
    );
  }
  // robfig/cron rounds intervals to whole seconds and fires on whole seconds.
  const interval = Math.max(SECOND, Math.floor(duration / SECOND) * SECOND);
  return after => Math.floor(after / SECOND) * SECOND + interval;
}

function checkTimeZone(timeZone: string): void {
  try {
    Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new ScheduleError(`Invalid timezone: unknown time zone ${timeZone}`);
  }
}

/**
 * Reads a schedule as robfig/cron's `ParseStandard` does: five fields, a descriptor (`@daily`) or an interval (`@every 20s`).
 *
 * @throws ScheduleError with the reason in that library's words.
 */
export function parseSchedule(text: string, timeZone?: string): Schedule {
  const zone = /^(?:CRON_)?TZ=(\S+)\s+(.*)$/.exec(text);
  const tz = zone?.[1] ?? timeZone;
  const schedule = (zone?.[2] ?? text).trim();
  if (tz && tz !== 'Local') checkTimeZone(tz);
  if (schedule === '') throw new ScheduleError('empty spec string');
  if (schedule.startsWith('@every ')) return every(schedule);
  if (schedule.startsWith('@') && !DESCRIPTORS[schedule]) {
    throw new ScheduleError(`unrecognized descriptor: ${schedule}`);
  }
  const expression = DESCRIPTORS[schedule] ?? schedule;
  const fields = expression.split(/\s+/);
  if (fields.length !== 5) {
    throw new ScheduleError(
      `expected exactly 5 fields, found ${fields.length}: [${fields.join(
        ' ',
      )}]`,
    );
  }
  const parse = (currentDate: Date) =>
    CronExpressionParser.parse(expression, {
      currentDate,
      ...(tz && tz !== 'Local' ? { tz } : {}),
    });
  try {
    // A date that never comes (the 31st of February) shows only here.
    parse(new Date(0)).next();
  } catch (error) {
    throw new ScheduleError(
      error instanceof Error ? error.message : String(error),
    );
  }
  return after => parse(new Date(after)).next().getTime();
}
