import {
  job,
  domain,
  product,
  StaticEntities,
} from './__testUtils__/StaticEntities';
import { Replay, recordingsExist } from './__testUtils__/replay';

const replayed = recordingsExist ? describe : describe.skip;
if (!recordingsExist) {
  process.stdout.write(
    'Skipped: ../shared/recordings/kubernetes is not beside the repository\n',
  );
}

/** Verdicts of a start that goes well. */
const STARTS = [
  'progressing/DriverStarting',
  'progressing/Starting',
  'healthy/Running',
];

/** What the history was told, with attempts numbered. */
function runs(replay: Replay): string[] {
  const attempts: string[] = [];
  return replay.harness.history.story.map(line => {
    const [attempt, ...rest] = line.split(' ');
    if (!attempts.includes(attempt)) {
      attempts.push(attempt);
    }
    return `${attempts.indexOf(attempt) + 1} ${rest.join(' ')}`;
  });
}

replayed('life cycles of a real operator, replayed', () => {
  it('tells a run that goes well, with the executor that Spark deleted', () => {
    const replay = new Replay('spark-success').play();
    expect(runs(replay)).toEqual([
      ...STARTS.map(verdict => `1 ${verdict}`),
      '1 healthy/Succeeded succeeded',
    ]);
    expect(replay.harness.history.told.at(-1)!.pods).toMatchObject([
      { role: 'driver', phase: 'Succeeded', exitCode: 0 },
      { role: 'executor', phase: 'Succeeded', gone: true },
    ]);
    expect(replay.harness.failed).toEqual([]);
  });

  it('tells a failure once, while its driver is still there', () => {
    const replay = new Replay('spark-failure').play();
    expect(runs(replay).at(-1)).toBe('1 failed/DriverFailed failed');
    expect(replay.harness.failed).toHaveLength(1);
    expect(replay.harness.row('pi')).toMatchObject({
      assessment: { health: 'failed', outcome: 'failed' },
      finishedAt: expect.any(String),
    });
  });

  it('keeps a failure that the retry wipes 37 ms later', () => {
    const replay = new Replay('spark-failure-retry').play();
    expect(runs(replay)).toEqual([
      ...STARTS.map(verdict => `1 ${verdict}`),
      '1 degraded/DriverFailed failed',
      ...STARTS.map(verdict => `2 ${verdict}`),
      '2 failed/DriverFailed failed',
    ]);
    expect(replay.harness.failed).toHaveLength(2);
    const first = replay.harness.history.told.find(run => run.outcome)!;
    expect(first.pods).toContainEqual(
      expect.objectContaining({ role: 'driver', exitCode: 1 }),
    );
  });

  it('tells each submission that was refused', () => {
    const replay = new Replay('spark-submission-failed').play();
    expect(runs(replay)).toEqual([
      '1 degraded/QuotaExceeded failed',
      '2 failed/QuotaExceeded failed',
    ]);
  });

  it('sees a bad image that the object never tells, and does not flip between its two names', () => {
    const replay = new Replay('spark-bad-image').play();
    const since = new Set(
      replay.harness.history.told
        .filter(run => run.assessment.health === 'degraded')
        .map(run => run.assessment.since),
    );
    expect(runs(replay)).toEqual([
      '1 progressing/DriverStarting',
      '1 degraded/ImageRegistryUnreachable',
    ]);
    expect(since.size).toBe(1);
  });

  it('ends the attempt that was suspended, and begins another when it is resumed', () => {
    const replay = new Replay('spark-suspend-resume').play();
    expect(runs(replay)).toEqual([
      ...STARTS.map(verdict => `1 ${verdict}`),
      '1 suspended/Suspending',
      '1 suspended/Suspending cancelled',
      '1 suspended/Suspended cancelled',
      ...STARTS.map(verdict => `2 ${verdict}`),
      '2 healthy/Succeeded succeeded',
    ]);
  });

  it('ends the attempt whose definition was changed', () => {
    const replay = new Replay('spark-update-spec').play();
    const outcomes = replay.harness.history.told.map(run => run.outcome);
    expect(new Set(outcomes)).toEqual(
      new Set([undefined, 'cancelled', 'succeeded']),
    );
  });

  it('tells that an object was deleted while it ran', () => {
    const replay = new Replay('spark-cancel').play();
    expect(runs(replay).at(-1)).toBe('1 healthy/Running');
    expect(replay.harness.history.gone).toMatchObject([{ seen: true }]);
    expect(replay.harness.rows()).toEqual([]);
  });

  it('tells that an object expired after its end', () => {
    const replay = new Replay('spark-ttl').play();
    expect(runs(replay).at(-1)).toBe('1 healthy/Succeeded succeeded');
    expect(replay.harness.history.gone).toHaveLength(1);
  });

  it('keeps apart the runs of a schedule, each with the schedule as its parent', () => {
    const replay = new Replay('spark-schedule').play(100_000);
    const rows = replay.harness.rows();
    const schedule = rows.find(row => row.nature === 'schedule')!;
    expect(schedule.name).toBe('nightly');
    expect(
      rows.filter(row => row.nature === 'run').map(row => row.parentUid),
    ).toEqual([schedule.uid, schedule.uid]);
    expect(replay.harness.index.assessmentFailures()).toBe(0);
  });

  it('joins the schedule that a job describes, and the runs that it owns', () => {
    const entities = new StaticEntities(
      domain('sales'),
      product('orders', 'sales'),
      job('other', 'orders', {
        manifest:
          'apiVersion: sparkoperator.k8s.io/v1beta2\nkind: ScheduledSparkApplication\nmetadata: {name: nightly}',
      }),
    );
    const replay = new Replay('spark-schedule', entities);
    replay.harness.evidence({
      type: 'namespace',
      op: 'upsert',
      scope: 'domains',
      item: {
        name: 'spark-schedule',
        uid: 'n',
        labels: { 'millrace.dev/domain': 'default.sales' },
      },
    });
    replay.play(30_000);
    expect(
      replay.harness.rows({ entityRef: 'component:default/other' }),
    ).toMatchObject([
      { kind: 'ScheduledSparkApplication', claim: 'verified' },
      {
        kind: 'SparkApplication',
        claim: 'verified',
        productRef: 'system:default/orders',
        domainRef: 'domain:default/sales',
      },
    ]);
  });
});
