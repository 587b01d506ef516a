import { SandboxRig } from '../fixtures/SandboxRig';

let rig: SandboxRig;
beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

function ask(path: string, query: Record<string, string> = {}): any {
  const { uid } = rig.pod('pi-driver')!.metadata;
  const handler = rig.sandbox.ports.find(uid, 4040);
  const answer = handler?.({
    path: `/api/v1${path}`,
    query: new URLSearchParams(query),
  });
  if (!answer) return undefined;
  return answer.status === 200 ? JSON.parse(answer.body) : answer.body;
}
const appId = () => rig.app()?.status.sparkApplicationId;
const of = (path: string, query?: Record<string, string>) =>
  ask(`/applications/${appId()}${path}`, query);

it('serves its REST API from the start of its context to its end', () => {
  rig.submit({ arguments: ['--duration', '20s'] });
  rig.until(() => rig.pod('pi-driver')?.status.phase === 'Running');
  expect(ask('/version')).toBeUndefined();
  rig.until(() => ask('/version') !== undefined, 3_000);
  expect(ask('/version')).toEqual({ spark: '4.0.0' });
  expect(ask('/applications')).toMatchObject([
    { id: appId(), name: 'pi', attempts: [{ completed: false }] },
  ]);
  rig.until(() => rig.state() === 'COMPLETED');
  expect(ask('/version')).toBeUndefined();
});

it('tells progress that grows with the run', () => {
  rig.submit({ arguments: ['--duration', '40s'] });
  rig.until(() => rig.executors().length === 1);
  const done: number[] = [];
  for (let look = 0; look < 3; look += 1) {
    rig.clock.advance(8_000);
    const [job] = of('/jobs');
    expect(job.numCompletedTasks).toBeLessThan(job.numTasks);
    done.push(job.numCompletedTasks);
  }
  expect(done[0]).toBeGreaterThan(0);
  expect(done[1]).toBeGreaterThan(done[0]);
  expect(done[2]).toBeGreaterThan(done[1]);
  const stages: any[] = of('/stages');
  const sum = stages.reduce((total, one) => total + one.numCompleteTasks, 0);
  expect(sum).toBe(done[2]);
  const [active] = of('/stages', { status: 'active' });
  expect(active).toMatchObject({ status: 'ACTIVE', numActiveTasks: 1 });
  expect(of('/stages', { status: 'complete' }).length).toBe(
    stages.filter(({ status }) => status === 'COMPLETE').length,
  );
});

it('counts what was read, shuffled and written', () => {
  rig.submit({ arguments: ['--duration', '40s'] });
  rig.clock.advance(32_000);
  const stages: any[] = of('/stages', { status: 'complete' }).reverse();
  expect(stages[0].inputBytes).toBeGreaterThan(0);
  expect(stages[0].shuffleWriteBytes).toBeGreaterThan(0);
  expect(stages[1].shuffleReadBytes).toBeGreaterThan(0);
  expect(stages[1].outputBytes).toBeGreaterThan(0);
  expect(stages[1].memoryBytesSpilled).toBe(0);
});

it('has one task that all others wait for, where the program is skewed', () => {
  rig.submit({
    executor: { cores: 1, instances: 2, memory: '2g' },
    arguments: ['--duration', '60s', '--skew', '40', '--spill', '12g'],
  });
  const skewed = () =>
    of('/stages', { status: 'active' })?.find?.(
      (stage: any) => stage.stageId === 3 && stage.numCompleteTasks === 15,
    );
  rig.until(() => rig.state() === 'RUNNING' && ask('/version') && skewed());
  rig.clock.advance(15_000);
  expect(skewed()).toBeDefined();
  const [longest] = of('/stages/3/0/taskList', {
    status: 'running',
    sortBy: '-runtime',
    length: '1',
  });
  expect(longest).toMatchObject({ index: 15, status: 'RUNNING' });
  expect(longest.duration).toBeGreaterThan(14_000);
  rig.until(() => of('/stages/3')[0].status === 'COMPLETE', 90_000);
  const summary = of('/stages/3/0/taskSummary', { quantiles: '0.5,1' });
  const [median, most] = summary.executorRunTime;
  expect(most / median).toBeGreaterThan(20);
  expect(of('/stages/3')[0].memoryBytesSpilled).toBeGreaterThan(2 ** 30);
});

it('knows executors that are gone, and why', () => {
  rig.submit({
    executor: { cores: 1, instances: 2, memory: '1g' },
    arguments: ['--duration', '60s', '--oom', 'executor'],
  });
  const gone = () =>
    of('/allexecutors')?.filter?.((one: any) => !one.isActive) ?? [];
  rig.until(() => rig.state() === 'RUNNING' && ask('/version') && gone()[0]);
  expect(gone()[0]).toMatchObject({
    removeReason: expect.stringContaining('exited with exit code 137'),
    failedTasks: 1,
  });
  const [driver, ...executors] = of('/executors');
  expect(driver.id).toBe('driver');
  for (const one of executors) {
    expect(one.isActive).toBe(true);
    expect(one.peakMemoryMetrics.JVMHeapMemory).toBeLessThanOrEqual(2 ** 30);
  }
});

it('answers in its own words where there is nothing', () => {
  rig.submit({ arguments: ['--duration', '20s'] });
  rig.until(() => rig.state() === 'RUNNING' && of('/jobs')?.length === 1);
  expect(ask('/applications/other')).toBe('no such app: other');
  expect(of('/stages/999')).toBe('unknown stage: 999');
  expect(of('/stages/1/0/taskSummary')).toMatch(/^No tasks reported metrics/);
  expect(of('/streaming/statistics')).toBe('HTTP 404 Not Found');
});

it('goes on where it was after a restart of the sandbox', () => {
  rig.submit({ arguments: ['--duration', '60s'] });
  rig.clock.advance(25_000);
  const before = of('/jobs')[0];
  rig.stop();
  rig.start();
  rig.clock.advance(1_000);
  const after = of('/jobs')[0];
  expect(after.numTasks).toBe(before.numTasks);
  expect(after.numCompletedTasks).toBeGreaterThanOrEqual(
    before.numCompletedTasks - 8,
  );
  expect(of('/executors')).toHaveLength(2);
});

it('serves nothing where the configuration says so', () => {
  rig.submit({
    arguments: ['--duration', '20s'],
    sparkConf: { 'spark.ui.enabled': 'false' },
  });
  rig.clock.advance(10_000);
  expect(ask('/version')).toBeUndefined();
});
