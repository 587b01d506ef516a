import { CronExpressionParser } from 'cron-parser';
import { textAt } from '../../values/field';

const EVERY = /^@every (?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

/** The first time after `after` (epoch ms) that a schedule names; undefined where it cannot be told. */
export function nextTick(spec: unknown, after: number): number | undefined {
  const schedule = textAt(spec, 'schedule')?.slice(0, 200);
  if (!schedule || !Number.isFinite(after)) {
    return undefined;
  }
  const every = EVERY.exec(schedule);
  if (every) {
    const [hours, minutes, seconds] = every
      .slice(1)
      .map(part => Number(part ?? 0));
    const period = hours * 3_600 + minutes * 60 + seconds;
    return period > 0 ? after + period * 1_000 : undefined;
  }
  const zone = textAt(spec, 'timeZone');
  try {
    return CronExpressionParser.parse(schedule, {
      currentDate: new Date(after),
      tz: !zone || zone === 'Local' ? 'UTC' : zone,
    })
      .next()
      .getTime();
  } catch {
    return undefined;
  }
}
