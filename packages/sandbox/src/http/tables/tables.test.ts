import { builtinResources } from '../../resources/builtinResources';
import { humanDuration } from './age';
import { findPath } from './jsonPath';
import { podStatus } from './podPrinter';
import { printerOf } from './Table';

const NOW = Date.parse('2026-01-01T01:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('humanDuration', () => {
  it.each([
    [-5 * SECOND, '<invalid>'],
    [0, '0s'],
    [119 * SECOND, '119s'],
    [2 * MINUTE, '2m'],
    [9 * MINUTE + 30 * SECOND, '9m30s'],
    [10 * MINUTE + 30 * SECOND, '10m'],
    [3 * HOUR, '3h'],
    [7 * HOUR + 5 * MINUTE, '7h5m'],
    [47 * HOUR, '47h'],
    [2 * DAY, '2d'],
    [7 * DAY + 3 * HOUR, '7d3h'],
    [100 * DAY, '100d'],
    [3 * 365 * DAY, '3y'],
  ])('%s ms is %s', (ms, text) => {
    expect(humanDuration(ms)).toBe(text);
  });
});

describe('findPath', () => {
  const object = {
    status: {
      conditions: [
        { type: 'Ready', status: 'True' },
        { type: 'Other', status: 'False' },
      ],
      list: ['a', 'b'],
      'odd-key': 1,
      none: null,
    },
  };

  it.each([
    ['.status.list[1]', 'b'],
    ['.status.odd-key', 1],
    ['status.list[*]', 'a'],
    ['.status.conditions[?(@.type=="Other")].status', 'False'],
    [".status['odd-key']", 1],
    ['.status.absent.deep', undefined],
    ['.status.none', null],
    ['.status.constructor', undefined],
  ])('%s', (path, expected) => {
    expect(findPath(object, path)).toEqual(expected);
  });
});

describe('podStatus', () => {
  const pod = (
    status: object,
    metadata: object = {},
    spec: object = {},
  ): any => ({
    metadata,
    spec,
    status,
  });
  const state = (one: object, rest: object = {}) => ({ state: one, ...rest });

  it.each([
    ['Pending', pod({ phase: 'Pending' })],
    ['Evicted', pod({ phase: 'Failed', reason: 'Evicted' })],
    [
      'ImagePullBackOff',
      pod({
        phase: 'Pending',
        containerStatuses: [state({ waiting: { reason: 'ImagePullBackOff' } })],
      }),
    ],
    [
      'OOMKilled',
      pod({
        phase: 'Failed',
        containerStatuses: [
          state({ terminated: { reason: 'OOMKilled', exitCode: 137 } }),
        ],
      }),
    ],
    [
      'ExitCode:3',
      pod({
        phase: 'Failed',
        containerStatuses: [state({ terminated: { exitCode: 3 } })],
      }),
    ],
    [
      'Signal:9',
      pod({
        phase: 'Failed',
        containerStatuses: [
          state({ terminated: { exitCode: 137, signal: 9 } }),
        ],
      }),
    ],
    [
      'Init:0/2',
      pod(
        {
          phase: 'Pending',
          initContainerStatuses: [state({ running: {} })],
        },
        {},
        { initContainers: [{}, {}] },
      ),
    ],
    [
      'Init:ErrImagePull',
      pod({
        phase: 'Pending',
        initContainerStatuses: [state({ waiting: { reason: 'ErrImagePull' } })],
      }),
    ],
    [
      'NotReady',
      pod({
        phase: 'Running',
        containerStatuses: [
          state({ terminated: { reason: 'Completed', exitCode: 0 } }),
          state({ running: {} }, { ready: true }),
        ],
      }),
    ],
    [
      'Terminating',
      pod({ phase: 'Running' }, { deletionTimestamp: '2026-01-01T00:00:00Z' }),
    ],
    [
      'Succeeded',
      pod(
        { phase: 'Succeeded' },
        { deletionTimestamp: '2026-01-01T00:00:00Z' },
      ),
    ],
  ])('%s', (expected, object) => {
    expect(podStatus(object)).toBe(expected);
  });
});

describe('printers', () => {
  it.each(builtinResources.map(type => [type.kind, type] as const))(
    'of %s shows an object with nothing in it, one cell a column',
    (kind, type) => {
      const printer = printerOf(type);
      const object: any = {
        kind,
        metadata: { name: 'a', creationTimestamp: '2026-01-01T00:00:00Z' },
      };
      const { cells } = printer.row(object, NOW);
      expect(cells).toHaveLength(printer.columns.length);
      expect(cells).toContain('a');
    },
  );

  it('of events takes the instant where first and last are missing', () => {
    const type = builtinResources.find(one => one.kind === 'Event')!;
    const event: any = {
      metadata: { name: 'e' },
      type: 'Warning',
      reason: 'FailedScheduling',
      message: ' 0/1 nodes \n',
      involvedObject: { kind: 'Pod', name: 'p' },
      eventTime: '2026-01-01T00:59:00.000000Z',
      firstTimestamp: null,
      lastTimestamp: null,
      reportingComponent: 'default-scheduler',
      reportingInstance: 'default-scheduler-0',
    };
    expect(printerOf(type).row(event, NOW).cells).toEqual([
      '60s',
      'Warning',
      'FailedScheduling',
      'pod/p',
      '',
      'default-scheduler, default-scheduler-0',
      '0/1 nodes',
      '60s',
      1,
      'e',
    ]);
  });

  it('of claims and classes of volumes are those of the real server', () => {
    const cells = (kind: string, object: object) =>
      printerOf(builtinResources.find(one => one.kind === kind)!).row(
        { metadata: { name: 'v' }, ...object } as any,
        NOW,
      ).cells;
    const spec = { volumeName: 'pv', storageClassName: 'fast' };
    const status = {
      phase: 'Bound',
      capacity: { storage: '5Gi' },
      accessModes: ['ReadWriteOnce', 'ReadOnlyMany'],
    };
    expect(
      cells('PersistentVolumeClaim', { spec, status }).filter(
        (_, index) => index !== 7,
      ),
    ).toEqual([
      'v',
      'Bound',
      'pv',
      '5Gi',
      'RWO,ROX',
      'fast',
      '<unset>',
      'Filesystem',
    ]);
    expect(
      cells('StorageClass', {
        provisioner: 'p',
        reclaimPolicy: 'Delete',
        volumeBindingMode: 'Immediate',
      }).slice(0, 5),
    ).toEqual(['v', 'p', 'Delete', 'Immediate', false]);
  });

  it('of quotas shows used against hard, limits apart', () => {
    const type = builtinResources.find(one => one.kind === 'ResourceQuota')!;
    const quota: any = {
      metadata: { name: 'q', creationTimestamp: '2026-01-01T00:00:00Z' },
      status: {
        hard: { pods: '5', 'limits.memory': '2Gi' },
        used: { pods: '1' },
      },
    };
    expect(printerOf(type).row(quota, NOW).cells).toEqual([
      'q',
      'pods: 1/5',
      'limits.memory: 0/2Gi',
      '60m',
    ]);
  });
});
