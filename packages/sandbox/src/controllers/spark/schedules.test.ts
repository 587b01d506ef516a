import { recordedLifeCycle, type RecordedLine } from '../fixtures/recordings';
import { SandboxRig, SPARK_PI } from '../fixtures/SandboxRig';
import {
  RESOURCE_QUOTAS,
  SCHEDULED_SPARK_APPLICATIONS,
  SPARK_APPLICATIONS,
} from '../refs';

let rig: SandboxRig;
beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

const TEMPLATE = { ...SPARK_PI, arguments: ['--duration', '12s'] };

function schedule(spec: Record<string, unknown> = {}) {
  return rig.api.create(SCHEDULED_SPARK_APPLICATIONS, rig.namespace, {
    metadata: {
      name: 'nightly',
      labels: { team: 'sales' },
      annotations: { 'example.org/note': 'does it reach the children' },
    },
    spec: {
      schedule: '@every 20s',
      concurrencyPolicy: 'Forbid',
      template: TEMPLATE,
      ...spec,
    },
  });
}

const stored = () =>
  rig.api.get(SCHEDULED_SPARK_APPLICATIONS, rig.namespace, 'nightly');
const runs = () => rig.api.list(SPARK_APPLICATIONS, rig.namespace);
const edit = (spec: Record<string, unknown>) => {
  const current = stored()!;
  rig.api.update(SCHEDULED_SPARK_APPLICATIONS, {
    ...current,
    spec: { ...current.spec, ...spec },
  });
};

/** Which fields a schedule's status has, and how many past runs, change by change. */
function statusShapes(
  changes: readonly Pick<RecordedLine, 'type' | 'object'>[],
): string[] {
  const shapes = changes
    .filter(({ object }) => object.kind === 'ScheduledSparkApplication')
    .map(({ type, object: { status } }) =>
      [
        type,
        status?.scheduleState ?? '',
        status?.reason ?? '',
        status?.lastRunName ? 'ran' : '',
        `${status?.pastSuccessfulRunNames?.length ?? 0} past`,
      ].join('|'),
    );
  return shapes.filter((shape, index) => shape !== shapes[index - 1]);
}

const recorded = recordedLifeCycle('spark-schedule');
// Without recordings beside the repository there is nothing to compare with.
(recorded ? describe : describe.skip)('compared with the recording', () => {
  it('goes through the recorded life', () => {
    const seen = rig.watch(SCHEDULED_SPARK_APPLICATIONS);
    const children = rig.watch(SPARK_APPLICATIONS);
    schedule({ successfulRunHistoryLimit: 1, failedRunHistoryLimit: 1 });
    rig.clock.advance(50_000);
    edit({ suspend: true });
    rig.clock.advance(25_000);
    edit({ suspend: false });
    rig.clock.advance(27_000);
    edit({ schedule: 'every day' });
    rig.clock.advance(10_000);
    rig.api.delete(SCHEDULED_SPARK_APPLICATIONS, rig.namespace, 'nightly');
    rig.clock.advance(10_000);
    expect(statusShapes(seen)).toEqual(statusShapes(recorded ?? []));
    const fates = (changes: readonly Pick<RecordedLine, 'type' | 'object'>[]) =>
      changes
        .filter(({ object }) => object.kind === 'SparkApplication')
        .filter(({ type }) => type !== 'MODIFIED')
        .map(({ type }) => type);
    expect(fates(children)).toEqual(fates(recorded ?? []));
    expect(runs()).toEqual([]);
  });
});

it('names runs by nanoseconds and passes on labels, not annotations', () => {
  schedule();
  rig.clock.advance(21_000);
  const [run] = runs();
  expect(run.metadata.name).toMatch(/^nightly-\d{19}$/);
  expect(run.metadata.labels).toEqual({
    team: 'sales',
    'sparkoperator.k8s.io/scheduled-app-name': 'nightly',
  });
  expect(run.metadata.annotations).toBeUndefined();
  expect(run.metadata.ownerReferences).toEqual([
    expect.objectContaining({
      kind: 'ScheduledSparkApplication',
      name: 'nightly',
    }),
  ]);
  expect(run.metadata.ownerReferences?.[0].controller).toBeUndefined();
  rig.until(() => rig.state(run.metadata.name) === 'COMPLETED');
});

it.each([
  ['Allow', 3],
  ['Forbid', 1],
  ['Replace', 1],
  [undefined, 1],
])('with concurrencyPolicy %s has %i runs at a time', (policy, most) => {
  schedule({
    concurrencyPolicy: policy,
    template: { ...TEMPLATE, arguments: ['--duration', '10m'] },
  });
  rig.clock.advance(65_000);
  expect(runs()).toHaveLength(most);
});

it('never starts a second run without a concurrencyPolicy while the first object exists', () => {
  schedule({ concurrencyPolicy: undefined });
  rig.clock.advance(300_000);
  expect(runs()).toHaveLength(1);
  const [run] = runs();
  rig.api.delete(SPARK_APPLICATIONS, rig.namespace, run.metadata.name);
  rig.clock.advance(60_000);
  expect(runs()).toHaveLength(1);
  expect(runs()[0].metadata.name).not.toBe(run.metadata.name);
});

it('keeps as many runs as its limits say', () => {
  schedule({ successfulRunHistoryLimit: 2 });
  rig.clock.advance(200_000);
  expect(stored()?.status.pastSuccessfulRunNames).toHaveLength(2);
  expect(runs().length).toBeLessThanOrEqual(4);
});

it('shows nothing but a nextRun in the past when its run is refused', () => {
  rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
    metadata: { name: 'domain' },
    spec: { hard: { 'count/sparkapplications.sparkoperator.k8s.io': '0' } },
  });
  rig.clock.advance(1_000);
  schedule();
  const created = rig.clock.now();
  rig.clock.advance(120_000);
  expect(runs()).toEqual([]);
  expect(stored()?.status).toMatchObject({
    scheduleState: 'Scheduled',
    lastRun: null,
  });
  expect(Date.parse(stored()?.status.nextRun)).toBeLessThan(created + 21_000);
  expect(rig.events('nightly')).toEqual([]);
});

it.each([
  ['every day', undefined, 'expected exactly 5 fields, found 2: [every day]'],
  [
    '0 2 * * *',
    'Mars/Olympus',
    'Invalid timezone: unknown time zone Mars/Olympus',
  ],
])('does not accept %s in %s', (cron, timeZone, reason) => {
  schedule({ schedule: cron, timeZone });
  rig.clock.advance(1_000);
  expect(stored()?.status).toMatchObject({
    scheduleState: 'FailedValidation',
    reason,
  });
  edit({ schedule: '@every 20s', timeZone: undefined });
  rig.clock.advance(60_000);
  expect(stored()?.status.scheduleState).toBe('FailedValidation');
});
