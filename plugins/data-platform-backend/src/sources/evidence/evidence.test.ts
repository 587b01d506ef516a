import fc from 'fast-check';
import { eventEvidence } from './eventEvidence';
import { limitRangeEvidence } from './limitRangeEvidence';
import { namespaceEvidence } from './namespaceEvidence';
import { podEvidence } from './podEvidence';
import { quotaEvidence } from './quotaEvidence';
import { roleBindingEvidence } from './roleBindingEvidence';

const metadata = {
  name: 'n',
  namespace: 'sales',
  uid: 'u',
  creationTimestamp: '2026-11-22T09:00:00Z',
};
const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);

const ALL = {
  eventEvidence,
  limitRangeEvidence,
  namespaceEvidence,
  podEvidence,
  quotaEvidence,
  roleBindingEvidence,
};

/** Anything, in the shape of an object that passes the first look. */
const hostile = fc.record({
  metadata: fc.oneof(
    fc.constant(metadata),
    fc.record({
      name: fc.anything(),
      namespace: fc.anything(),
      uid: fc.anything(),
      labels: fc.anything(),
      ownerReferences: fc.anything(),
    }),
  ),
  spec: fc.record({
    containers: fc.oneof(
      fc.anything(),
      fc.array(
        fc.record({
          name: fc.anything(),
          resources: fc.record({ requests: fc.anything() }),
        }),
      ),
    ),
    limits: fc.oneof(fc.anything(), fc.array(fc.anything())),
    hard: fc.anything(),
  }),
  status: fc.record({
    conditions: fc.oneof(fc.anything(), fc.array(fc.anything())),
    containerStatuses: fc.array(
      fc.record({ name: fc.anything(), state: fc.anything() }),
    ),
    phase: fc.anything(),
    hard: fc.anything(),
  }),
  involvedObject: fc.oneof(
    fc.anything(),
    fc.record({ name: fc.string({ minLength: 1 }), kind: fc.anything() }),
  ),
  count: fc.anything(),
  firstTimestamp: fc.anything(),
  message: fc.anything(),
  subjects: fc.oneof(fc.anything(), fc.array(fc.anything())),
});

describe.each(Object.entries(ALL))('%s', (_, project) => {
  it('takes anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), hostile), raw => {
        const item = project(raw);
        expect(item === undefined || typeof item === 'object').toBe(true);
        JSON.stringify(item);
      }),
    );
  });

  it('leaves out what has no name', () => {
    expect(project({})).toBe(undefined);
    expect(project(null)).toBe(undefined);
  });
});

describe('podEvidence', () => {
  const pod = {
    metadata: {
      ...metadata,
      labels: { 'spark-role': 'driver' },
      annotations: { secret: 'CANARY' },
      ownerReferences: [{ uid: 'owner' }],
    },
    spec: {
      nodeName: 'node-1',
      containers: [
        {
          name: 'main',
          image: 'spark:4',
          env: [{ name: 'PASSWORD', value: 'CANARY' }],
          args: ['CANARY'],
          resources: {
            requests: { cpu: '500m', memory: '1Gi' },
            limits: { memory: '2Gi' },
          },
        },
        {
          name: 'side',
          resources: { requests: { cpu: 1, memory: '512Mi' } },
        },
      ],
    },
    status: {
      phase: 'Running',
      conditions: [
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message: '0/3 nodes are available',
          lastTransitionTime: '2026-11-22T09:01:00Z',
        },
      ],
      containerStatuses: [
        {
          name: 'main',
          ready: true,
          restartCount: 2,
          state: { running: { startedAt: '2026-11-22T09:02:00Z' } },
          lastState: {
            terminated: {
              exitCode: 137,
              reason: 'OOMKilled',
              startedAt: '2026-11-22T09:00:30Z',
              finishedAt: '2026-11-22T09:01:30Z',
            },
          },
        },
        {
          name: 'side',
          state: { waiting: { reason: 'ImagePullBackOff', message: 'm' } },
        },
      ],
    },
  };

  it('keeps what a verdict needs', () => {
    expect(podEvidence(pod)).toEqual({
      name: 'n',
      namespace: 'sales',
      uid: 'u',
      labels: { 'spark-role': 'driver' },
      ownerUids: ['owner'],
      phase: 'Running',
      node: 'node-1',
      createdAt: at('09:00:00'),
      unschedulable: {
        reason: 'Unschedulable',
        message: '0/3 nodes are available',
        since: at('09:01:00'),
      },
      containers: [
        {
          name: 'main',
          image: 'spark:4',
          ready: true,
          restarts: 2,
          running: { startedAt: at('09:02:00') },
          lastTerminated: {
            exitCode: 137,
            reason: 'OOMKilled',
            startedAt: at('09:00:30'),
            finishedAt: at('09:01:30'),
          },
          limits: { memory: '2Gi' },
        },
        {
          name: 'side',
          ready: false,
          restarts: 0,
          waiting: { reason: 'ImagePullBackOff', message: 'm' },
          limits: {},
        },
      ],
      requests: { cpu: '1500m', memory: String(1.5 * 2 ** 30) },
    });
  });

  it('leaves environment, arguments and annotations outside', () => {
    expect(JSON.stringify(podEvidence(pod))).not.toContain('CANARY');
  });

  it('knows a container before the node has reported about it', () => {
    const { containers, phase } = podEvidence({ ...pod, status: {} })!;
    expect(phase).toBe('Unknown');
    expect(containers.map(({ name }) => name)).toEqual(['main', 'side']);
  });
});

describe('eventEvidence', () => {
  const involvedObject = { kind: 'Pod', name: 'p', uid: 'pu' };

  it('reads an event of the node', () => {
    expect(
      eventEvidence({
        metadata,
        involvedObject,
        type: 'Warning',
        reason: 'BackOff',
        message: 'Back-off',
        count: 3,
        firstTimestamp: '2026-11-22T09:01:00Z',
        lastTimestamp: '2026-11-22T09:05:00Z',
        eventTime: null,
      }),
    ).toEqual({
      uid: 'u',
      type: 'Warning',
      reason: 'BackOff',
      message: 'Back-off',
      count: 3,
      firstAt: at('09:01:00'),
      lastAt: at('09:05:00'),
      involved: { kind: 'Pod', name: 'p', namespace: 'sales', uid: 'pu' },
    });
  });

  it.each([
    [
      'pi%!(EXTRA string=pi-exec-1, int32=137, string=OOMKilled, string=)',
      'pi: pi-exec-1, 137, OOMKilled',
    ],
    ['pi%!(EXTRA string=)', 'pi'],
    ['100 %!(done)', '100 %!(done)'],
    ['pi%!(EXTRA string=cut o', 'pi%!(EXTRA string=cut o'],
  ])('makes %s legible, which a slip of the operator wrote', (raw, told) => {
    expect(
      eventEvidence({ metadata, involvedObject, message: raw })?.message,
    ).toBe(told);
  });

  it('reads an event of the scheduler, which has no count', () => {
    expect(
      eventEvidence({
        metadata,
        involvedObject,
        firstTimestamp: null,
        lastTimestamp: null,
        eventTime: '2026-11-22T09:01:00.203596Z',
        series: { count: 4, lastObservedTime: '2026-11-22T09:03:00Z' },
      }),
    ).toMatchObject({
      count: 4,
      firstAt: at('09:01:00.203'),
      lastAt: at('09:03:00'),
    });
  });
});

describe('quotaEvidence', () => {
  it('reads what is enforced', () => {
    expect(
      quotaEvidence({
        metadata,
        spec: { hard: { pods: '9' } },
        status: { hard: { pods: '5' }, used: { pods: '2' } },
      }),
    ).toMatchObject({ hard: { pods: '5' }, used: { pods: '2' } });
  });

  it('shows what is wanted until the controller has seen it', () => {
    expect(
      quotaEvidence({ metadata, spec: { hard: { pods: 9 } }, status: {} }),
    ).toMatchObject({ hard: { pods: '9' }, used: {} });
  });
});

describe('limitRangeEvidence', () => {
  it('keeps items for containers, pods and claims', () => {
    const limits = [
      { type: 'Container', default: { memory: '1Gi' }, min: {} },
      { type: 'PersistentVolumeClaim', max: { storage: '1Gi' } },
      { type: 'Image', max: { storage: '1Gi' } },
    ];
    expect(limitRangeEvidence({ metadata, spec: { limits } })?.limits).toEqual([
      { type: 'Container', default: { memory: '1Gi' } },
      { type: 'PersistentVolumeClaim', max: { storage: '1Gi' } },
    ]);
  });
});

describe('roleBindingEvidence', () => {
  it('is for groups alone', () => {
    expect(
      roleBindingEvidence({
        metadata: { ...metadata, labels: { 'millrace.dev/role': 'owner' } },
        subjects: [
          { kind: 'Group', name: 'g' },
          { kind: 'User', name: 'u' },
          { kind: 'ServiceAccount', name: 's' },
        ],
      }),
    ).toEqual({
      name: 'n',
      namespace: 'sales',
      role: 'owner',
      groups: ['g'],
    });
  });
});
