import { SandboxRig } from '../fixtures/SandboxRig';
import { PODS } from '../refs';
import { parseScript } from './shell';

let rig: SandboxRig;
beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

function createPod(
  script: string,
  more: Record<string, unknown> = {},
  restartPolicy = 'Never',
): void {
  rig.api.create(PODS, rig.namespace, {
    metadata: { name: 'p' },
    spec: {
      restartPolicy,
      containers: [
        {
          name: 'main',
          image: 'busybox:1',
          command: ['sh', '-c', script],
          ...more,
        },
      ],
    },
  });
}
const state = () => rig.pod('p')?.status.containerStatuses?.[0]?.state;
const conditions = () =>
  Object.fromEntries(
    (rig.pod('p')?.status.conditions ?? []).map(
      (condition: Record<string, string>) => [
        condition.type,
        [condition.status, condition.reason].filter(Boolean).join(' '),
      ],
    ),
  );

it('runs a script to its end', () => {
  createPod('echo hello; sleep 3; echo bye; exit 4');
  rig.until(() => rig.pod('p')?.status.phase === 'Running');
  expect(conditions()).toEqual({
    PodReadyToStartContainers: 'True',
    Initialized: 'True',
    Ready: 'True',
    ContainersReady: 'True',
    PodScheduled: 'True',
  });
  rig.until(() => state()?.terminated !== undefined);
  expect(rig.pod('p')?.status.phase).toBe('Running');
  rig.until(() => rig.pod('p')?.status.phase === 'Failed', 5_000);
  expect(state().terminated).toMatchObject({ exitCode: 4, reason: 'Error' });
  expect(conditions()).toMatchObject({
    PodReadyToStartContainers: 'False',
    Ready: 'False PodFailed',
  });
  expect(rig.log(rig.pod('p')!)).toBe('hello\n\nbye\n');
  expect(rig.events('p').map(event => event.split(':')[0])).toEqual([
    'Scheduled',
    'Pulling',
    'Pulled',
    'Created',
    'Started',
  ]);
});

it('leaves the end of its log as the message, where the policy asks for that', () => {
  createPod('echo one; echo the config is broken; exit 4', {
    terminationMessagePolicy: 'FallbackToLogsOnError',
  });
  rig.until(() => state()?.terminated !== undefined);
  expect(state().terminated).toMatchObject({
    exitCode: 4,
    message: 'one\nthe config is broken\n',
  });
});

it.each([
  ['it ended well', 'echo fine; exit 0', 'FallbackToLogsOnError'],
  ['the policy is the usual one', 'echo broken; exit 1', 'File'],
  ['it wrote nothing', 'exit 1', 'FallbackToLogsOnError'],
])('leaves no message where %s', (_, script, terminationMessagePolicy) => {
  createPod(script, { terminationMessagePolicy });
  rig.until(() => state()?.terminated !== undefined);
  expect(state().terminated).not.toHaveProperty('message');
});

it('pulls an image once per node', () => {
  createPod('exit 0');
  rig.until(() => rig.pod('p')?.status.phase === 'Succeeded');
  const { nodeName } = rig.pod('p')!.spec;
  rig.api.delete(PODS, rig.namespace, 'p');
  rig.api.create(PODS, rig.namespace, {
    metadata: { name: 'q' },
    spec: {
      nodeSelector: { 'kubernetes.io/hostname': nodeName },
      containers: [{ name: 'main', image: 'busybox:1' }],
    },
  });
  rig.until(() => rig.pod('q')?.status.phase === 'Running');
  expect(rig.events('q')).toContain(
    'Pulled: Container image "busybox:1" already present on machine and can be accessed by the pod',
  );
});

it('ends a running pod with 143 when it is deleted', () => {
  const seen = rig.watch(PODS);
  createPod('sleep infinity');
  rig.until(() => rig.pod('p')?.status.phase === 'Running');
  rig.api.delete(PODS, rig.namespace, 'p');
  expect(rig.pod('p')?.metadata.deletionGracePeriodSeconds).toBe(30);
  rig.until(() => rig.pod('p') === undefined, 5_000);
  const last = seen.at(-1)!;
  expect(last.type).toBe('DELETED');
  expect(last.object.status).toMatchObject({
    phase: 'Failed',
    containerStatuses: [
      { state: { terminated: { exitCode: 143, reason: 'Error' } } },
    ],
  });
  expect(rig.events('p')).toContain('Killing: Stopping container main');
});

it('buries a pod that never started', () => {
  const seen = rig.watch(PODS);
  createPod('exit 0', { image: 'registry.invalid/a:1' });
  rig.until(() => state()?.waiting?.reason === 'ImagePullBackOff');
  rig.api.delete(PODS, rig.namespace, 'p');
  rig.until(() => rig.pod('p') === undefined, 5_000);
  expect(
    seen.at(-1)!.object.status.containerStatuses[0].state.terminated,
  ).toMatchObject({ exitCode: 137, reason: 'ContainerStatusUnknown' });
});

it('goes on with a pod in whatever state the sandbox was left', () => {
  createPod('sleep 10; echo done');
  for (let step = 0; step < 12; step += 1) {
    rig.clock.advance(150 * step);
    rig.start();
  }
  rig.until(() => rig.pod('p')?.status.phase === 'Succeeded', 30_000);
  expect(rig.log(rig.pod('p')!)).toBe('done\n');
});

it.each([
  [{ command: ['sleep', '5'] }, [{ verb: 'sleep', ms: 5_000 }]],
  [
    { command: ['sh', '-c', 'trap x TERM; sleep infinity'] },
    [{ verb: 'sleep', ms: Infinity }],
  ],
  [{ args: ['echo', 'hi'] }, [{ verb: 'echo', text: 'hi' }]],
  [{ command: ['/bin/server'] }, []],
  [{}, []],
])('reads the script of %j', (container, commands) => {
  expect(parseScript(container)).toEqual(commands);
});

it('starts a container again, later each time, and keeps its previous log', () => {
  createPod('echo try; exit 3', {}, 'Always');
  const counts: number[] = [];
  const reasons = new Set<string>();
  for (let second = 0; second < 60; second += 1) {
    rig.clock.advance(1_000);
    const status = rig.pod('p')?.status.containerStatuses?.[0];
    counts.push(status?.restartCount ?? 0);
    if (status?.state.waiting) reasons.add(status.state.waiting.reason);
  }
  expect(counts.at(-1)).toBe(3);
  expect(reasons).toContain('CrashLoopBackOff');
  expect(rig.pod('p')?.status).toMatchObject({
    phase: 'Running',
    containerStatuses: [
      {
        lastState: { terminated: { exitCode: 3, reason: 'Error' } },
        state: {
          waiting: {
            message: expect.stringMatching(
              /^back-off 40s restarting failed container=main pod=p_orders\(/,
            ),
          },
        },
      },
    ],
  });
  const { uid } = rig.pod('p')!.metadata;
  expect(rig.sandbox.logs.get(uid, 'main', true)?.lines[0].text).toBe('try\n');
});

it.each([
  ['OnFailure', 'exit 0', 'Succeeded'],
  ['OnFailure', 'exit 1', 'Running'],
  ['Never', 'exit 1', 'Failed'],
])('with restartPolicy %s and %s is %s', (policy, script, phase) => {
  createPod(script, {}, policy);
  rig.clock.advance(12_000);
  expect(rig.pod('p')?.status.phase).toBe(phase);
});
