import { projected } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { samplesOf } from './__testUtils__/samples';
import { scheduledSparkApplication } from './scheduledSparkApplication';
import { sparkApplication } from './sparkApplication';

const samples = samplesOf('SparkApplication');

function factsOf(title: string): Record<string, string> {
  const sample = samples.find(candidate => candidate.title === title)!;
  const object = projected(sparkApplication, sample.object);
  const facts = sparkApplication.facts!(object, sample.context);
  return Object.fromEntries(
    facts.map(({ key, value, warning }) => [
      key,
      warning ? `! ${value}` : value,
    ]),
  );
}

it('tells size, versions and ids', () => {
  expect(factsOf('completed')).toEqual({
    executors: '3 of 3',
    attempts: '1 of 1',
    duration: '12 min',
    cores: '13',
    memory: '8.5 GiB',
    image: 'registry.example/etl:1.4.2',
    sparkVersion: '4.0.0',
    submissionId: 'sub-1',
    applicationId: 'spark-1f2e24d7',
  });
});

it.each([
  [
    'two of three executors run, the third is starting',
    { executors: '2 of 3' },
  ],
  ['executors refused by the quota', { executors: '0 of 3' }],
  [
    'dynamic allocation has scaled down',
    { executors: '1 (dynamic, 1 to 10)', cores: 'up to 41' },
  ],
  [
    'completed, an executor was killed for memory',
    {
      executors: '3 of 3',
      executorsFailed: '! 1',
      executorsOutOfMemory: '! 1',
    },
  ],
  ['exit code 1 in the second of two attempts', { attempts: '2 of 2' }],
])('%s', (title, expected) => {
  expect(factsOf(title)).toMatchObject(expected);
});

it('says no duration of what still runs', () => {
  expect(factsOf('all executors run').duration).toBeUndefined();
});

it('tells a schedule in words', () => {
  const [sample] = samplesOf('ScheduledSparkApplication');
  const object = projected(scheduledSparkApplication, sample.object);
  const facts = scheduledSparkApplication.facts!(object, sample.context);
  expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Schedule: 0 * * * *',
    'Time zone: Europe/Berlin',
    'Next run: 2026-11-22 13:00 UTC',
    'At the same time: one run; the next waits',
    'Cores asked: 13',
    'Memory asked: 10035 MiB',
  ]);
});

describe('a run that has ended and whose time to live is over', () => {
  const { object, context } = samples.find(
    ({ title }) => title === 'completed',
  )!;
  const short = projected(sparkApplication, {
    ...object,
    spec: { ...(object.spec as object), timeToLiveSeconds: 60 },
  });
  const due = sparkApplication.run!(short, context)!.lookAgainAt!;
  const expiryAt = (now: number) =>
    sparkApplication.facts!(short, { ...context, now }).find(
      ({ key }) => key === 'expires',
    );

  it('is looked at again five minutes later, and says then that it is still there', () => {
    expect(expiryAt(due - 1)).toBeUndefined();
    const fact = expiryAt(due);
    expect(fact).toEqual({
      key: 'expires',
      label: 'Expires',
      value: `due since ${new Date(due - 300_000)
        .toISOString()
        .slice(0, 16)
        .replace('T', ' ')} UTC`,
      warning: true,
    });
    // The same words later: it is no news every minute.
    expect(expiryAt(due + 3_600_000)).toEqual(fact);
  });

  it('is not waited for without a time to live', () => {
    const forever = projected(sparkApplication, {
      ...object,
      spec: { ...(object.spec as object), timeToLiveSeconds: undefined },
    });
    expect(
      sparkApplication.run!(forever, context)!.lookAgainAt,
    ).toBeUndefined();
  });
});
