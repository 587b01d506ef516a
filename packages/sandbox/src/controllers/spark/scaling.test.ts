import { SandboxRig } from '../fixtures/SandboxRig';

let rig: SandboxRig;
beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

/** Numbers of running executors as the object shows them, repeats collapsed. */
function countsUntil(ends: () => boolean): number[] {
  const counts: number[] = [];
  rig.until(() => {
    const states = Object.values(rig.app()?.status?.executorState ?? {});
    const running = states.filter(state => state === 'RUNNING').length;
    if (running !== counts.at(-1)) counts.push(running);
    return ends();
  });
  return counts;
}

it('brings executors up one by one, about a second apart', () => {
  rig.submit({
    executor: { cores: 1, instances: 3, memory: '1g' },
    arguments: ['--duration', '20s'],
  });
  const counts = countsUntil(() => rig.state() === 'COMPLETED');
  expect(counts.slice(0, 4)).toEqual([0, 1, 2, 3]);
  expect(counts.at(-1)).toBe(0);
});

it('scales up and down under dynamic allocation', () => {
  rig.submit({
    executor: { cores: 1, memory: '1g' },
    dynamicAllocation: {
      enabled: true,
      initialExecutors: 1,
      minExecutors: 1,
      maxExecutors: 4,
    },
    arguments: ['--duration', '60s'],
  });
  const counts = countsUntil(() => rig.state() === 'COMPLETED');
  const most = Math.max(...counts);
  expect(most).toBe(4);
  const after = counts.slice(counts.indexOf(most));
  expect(after).toEqual([4, 3, 2, 1, 0]);
});

it('goes on where it was when the sandbox is started again', () => {
  rig.submit({
    executor: { cores: 1, instances: 2, memory: '1g' },
    arguments: ['--duration', '60s'],
  });
  rig.until(() => rig.executors().length === 2);
  rig.clock.advance(10_000);
  rig.stop();
  const before = rig.log(rig.pod('pi-driver')!);
  rig.clock.advance(15_000);
  expect(rig.log(rig.pod('pi-driver')!)).toBe(before);
  rig.start();
  const uid = rig.pod('pi-driver')!.metadata.uid;
  rig.until(() => rig.state() === 'COMPLETED', 60_000);
  expect(rig.pod('pi-driver')!.metadata.uid).toBe(uid);
  expect(rig.app()?.status.executionAttempts).toBe(1);
  const log = rig.log(rig.pod('pi-driver')!);
  expect(log.match(/Running Spark version/g)).toHaveLength(1);
  expect(log).toContain('Pi is roughly 3.14');
});

it('ends a run whose time was over while the sandbox was down', () => {
  rig.submit({ arguments: ['--duration', '30s'] });
  rig.until(() => rig.executors().length === 1);
  rig.stop();
  rig.clock.advance(3_600_000);
  rig.start();
  rig.until(() => rig.state() === 'COMPLETED', 20_000);
  expect(rig.log(rig.pod('pi-driver')!)).toContain('Pi is roughly 3.14');
});
