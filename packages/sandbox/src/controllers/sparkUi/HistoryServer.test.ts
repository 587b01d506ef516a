import type { KubeObject } from '../../types';
import { submitApache, untilState } from '../fixtures/apacheSpark';
import { SandboxRig } from '../fixtures/SandboxRig';
import { PODS } from '../refs';

let rig: SandboxRig;
let server: KubeObject;
beforeEach(() => {
  rig = new SandboxRig();
  server = rig.api.create(PODS, rig.namespace, {
    metadata: { name: 'history' },
    spec: {
      containers: [
        { name: 'spark-history-server', image: 'apache/spark:4.0.0' },
      ],
    },
  });
  rig.until(() => rig.pod('history')?.status.phase === 'Running');
});
afterEach(() => {
  rig.end();
});

function ask(path: string): any {
  const handler = rig.sandbox.ports.find(server.metadata.uid, 18_080);
  const answer = handler!({
    path: `/api/v1${path}`,
    query: new URLSearchParams(),
  });
  return answer.status === 200 ? JSON.parse(answer.body) : answer.status;
}

const LOGGED = { 'spark.eventLog.enabled': 'true' };

it('knows runs that are over and wrote an event log, of both operators', () => {
  rig.submit({ arguments: ['--duration', '12s'], sparkConf: LOGGED });
  rig.submit({ arguments: ['--duration', '12s'] }, 'silent');
  submitApache(rig, { driverArgs: ['--duration', '12s'], sparkConf: LOGGED });
  expect(ask('/applications')).toEqual([]);
  rig.until(() => rig.state('pi') === 'COMPLETED');
  untilState(rig, 'ResourceReleased');
  const known: any[] = ask('/applications');
  expect(known.map(({ id }) => id).sort()).toEqual([
    'pi-0',
    rig.app()?.status.sparkApplicationId,
  ]);
  expect(known[0].attempts[0]).toMatchObject({ completed: true });
  const [job] = ask('/applications/pi-0/jobs');
  expect(job).toMatchObject({ status: 'SUCCEEDED', numActiveTasks: 0 });
  expect(job.numCompletedTasks).toBe(job.numTasks);
  expect(ask('/applications/pi-0/executors')).toHaveLength(1);
  expect(ask('/applications/pi-0/allexecutors')).toHaveLength(3);
});

it('tells a failed run from one that succeeded', () => {
  rig.submit({
    arguments: ['--duration', '12s', '--exit-code', '2'],
    sparkConf: LOGGED,
  });
  rig.until(() => rig.state('pi') === 'FAILED');
  const id = rig.app()?.status.sparkApplicationId;
  expect(ask(`/applications/${id}/jobs`)[0].status).toBe('FAILED');
  expect(ask('/applications/nobody')).toBe(404);
});

it('tells the same numbers as the driver did', () => {
  rig.submit({
    arguments: ['--duration', '40s'],
    sparkConf: LOGGED,
  });
  rig.until(() => rig.state('pi') === 'COMPLETED');
  const id = rig.app()?.status.sparkApplicationId;
  const first = ask(`/applications/${id}/stages`);
  expect(ask(`/applications/${id}/stages`)).toEqual(first);
  const duration =
    /Finished task 0\.0 in stage 0\.0 \(TID 0\) in (\d+) ms/.exec(
      rig.log(rig.pod('pi-driver')!),
    )?.[1];
  const summary = ask(`/applications/${id}/stages/0/0/taskSummary`);
  expect(summary.quantiles).toEqual([0.05, 0.25, 0.5, 0.75, 0.95]);
  const handler = rig.sandbox.ports.find(server.metadata.uid, 18_080)!;
  const all = JSON.parse(
    handler({
      path: `/api/v1/applications/${id}/stages/0/0/taskSummary`,
      query: new URLSearchParams({ quantiles: '0,1' }),
    }).body,
  );
  const [least, most] = all.executorRunTime;
  expect(Number(duration)).toBeGreaterThanOrEqual(least);
  expect(Number(duration)).toBeLessThanOrEqual(most);
});
