import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { projected } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { Sample, samplesOf } from '../__testUtils__/samples';
import { textAt } from '../../values/field';
import { SCHEDULE_STATES } from '../model/scheduleState';
import { SPARK_STATES } from '../model/sparkState';
import { scheduledSparkApplication } from '../scheduledSparkApplication';
import { sparkApplication } from '../sparkApplication';

const EXPECTED = ['starting', 'running', 'ended', 'between', 'schedule'];
const expected: Record<string, unknown> = Object.assign(
  {},
  ...EXPECTED.map(name => {
    const file = resolve(__dirname, `../__fixtures__/expected/${name}.yaml`);
    return prefixed(name === 'schedule', parse(readFileSync(file, 'utf8')));
  }),
);

function prefixed(schedule: boolean, table: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(table).map(([title, verdict]) => [
      `${schedule ? 'schedule' : 'run'}: ${title}`,
      verdict,
    ]),
  );
}

const cases = [
  ...samplesOf('SparkApplication').map(sample => ({
    name: `run: ${sample.title}`,
    sample,
    definition: sparkApplication,
  })),
  ...samplesOf('ScheduledSparkApplication').map(sample => ({
    name: `schedule: ${sample.title}`,
    sample,
    definition: scheduledSparkApplication,
  })),
];

describe('verdicts on samples', () => {
  it.each(cases)('$name', ({ name, sample, definition }) => {
    const { health, outcome, reason, message, nextStep, since } =
      definition.assess(projected(definition, sample.object), sample.context);
    expect({
      health,
      ...(outcome && { outcome }),
      reason,
      message,
      ...(nextStep && { nextStep }),
      since: since?.slice(11, 19) ?? '',
    }).toEqual(expected[name]);
  });

  it('expects nothing of a sample that is not there', () => {
    expect(Object.keys(expected).sort()).toEqual(
      cases.map(({ name }) => name).sort(),
    );
  });
});

describe('coverage of states', () => {
  const statesOf = (samples: readonly Sample[], ...path: string[]) =>
    new Set(samples.map(({ object }) => textAt(object.status, ...path) ?? ''));

  it('has a sample of every state of a SparkApplication', () => {
    const seen = statesOf(
      samplesOf('SparkApplication'),
      'applicationState',
      'state',
    );
    expect(SPARK_STATES.filter(state => !seen.has(state))).toEqual([]);
  });

  it('has a sample of every state of a schedule', () => {
    const seen = statesOf(
      samplesOf('ScheduledSparkApplication'),
      'scheduleState',
    );
    expect(SCHEDULE_STATES.filter(state => !seen.has(state))).toEqual([]);
  });
});
