interface CronField {
  name: string;
  min: number;
  max: number;
  names?: readonly string[];
}

const FIELDS: readonly CronField[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of month', min: 1, max: 31 },
  {
    name: 'month',
    min: 1,
    max: 12,
    names: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
  },
  {
    name: 'day of week',
    min: 0,
    max: 6,
    names: 'sun mon tue wed thu fri sat'.split(' '),
  },
];

const DESCRIPTORS = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;
const EVERY = /^@every (\d+(\.\d+)?(ns|us|ms|s|m|h))+$/;

/**
 * What is wrong with a schedule as the operator reads it, or undefined. Five fields; a day of the week goes from 0 to 6.
 * Source: robfig/cron v3, ParseStandard.
 */
export function cronProblem(expression: string): string | undefined {
  const text = expression.trim().replace(/^(CRON_)?TZ=\S+\s+/, '');
  if (text.length > 200) {
    return 'it is too long';
  }
  if (text.startsWith('@')) {
    return DESCRIPTORS.test(text) || EVERY.test(text)
      ? undefined
      : 'such a shorthand is not known; `@daily` and `@every 1h` are';
  }
  const parts = text.split(/\s+/).filter(Boolean);
  if (parts.length !== FIELDS.length) {
    return `it needs five fields and has ${parts.length}`;
  }
  for (const [index, rule] of FIELDS.entries()) {
    for (const item of parts[index].split(',')) {
      if (!itemIsValid(item, rule)) {
        return `the ${rule.name} must lie within ${rule.min} to ${rule.max}`;
      }
    }
  }
  return undefined;
}

function itemIsValid(item: string, rule: CronField): boolean {
  const [range, step, ...more] = item.split('/');
  if (
    more.length > 0 ||
    (step !== undefined && !(Number(step) > 0 && /^\d+$/.test(step)))
  ) {
    return false;
  }
  if (range === '*' || range === '?') {
    return true;
  }
  const bounds = range.split('-').map(bound => valueOf(bound, rule));
  return (
    bounds.length <= 2 &&
    bounds.every(
      value => value !== undefined && value >= rule.min && value <= rule.max,
    ) &&
    (bounds.length === 1 || bounds[0]! <= bounds[1]!)
  );
}

function valueOf(text: string, rule: CronField): number | undefined {
  if (/^\d{1,2}$/.test(text)) {
    return Number(text);
  }
  const index = rule.names?.indexOf(text.toLowerCase()) ?? -1;
  return index < 0 ? undefined : index + rule.min;
}

/** What is wrong with a time zone, or undefined. `Local` is the operator's own. Names as of the IANA database. */
export function timeZoneProblem(zone: string): string | undefined {
  if (zone === 'Local' || zone === 'UTC') {
    return undefined;
  }
  if (!/^[A-Z][\w+-]*(\/[\w+-]+)*$/.test(zone) || zone.length > 60) {
    return 'it is not a name such as Europe/Berlin';
  }
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) && undefined;
  } catch {
    return 'no such time zone is known';
  }
}
