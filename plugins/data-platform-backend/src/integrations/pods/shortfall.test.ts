import { LimitRangeEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { PodSettings } from './podSettings';
import { PodSize } from '../spark/model/sparkSize';
import { shortfallOf } from './shortfall';

const GIB = 1024 ** 3;
const size: PodSize = {
  cpu: 4,
  memory: 3 * GIB,
  memoryText: '3g',
  overheadFactor: 0.1,
};
const settings = { whole: 'spec.executor' } as PodSettings;

function range(
  limit: LimitRangeEvidence['limits'][number],
): readonly LimitRangeEvidence[] {
  return [{ name: 'defaults', namespace: 'orders', limits: [limit] }];
}

describe('shortfallOf, by a LimitRange', () => {
  it.each([
    ['Container', 'at most 2 GiB of memory for a container'],
    ['Pod', 'at most 2 GiB of memory for a pod'],
  ])('says what a %s may have at most', (type, clause) => {
    const limits = range({ type, max: { memory: '2Gi' } });
    const found = shortfallOf('executor', size, settings, [], limits);
    expect(found).toMatchObject({
      reason: 'LimitRange',
      clause: expect.stringContaining(clause),
      nextStep: 'Change the size in `spec.executor`.',
    });
  });

  it('says what a container has at least', () => {
    const limits = range({ type: 'Container', min: { cpu: '8' } });
    const found = shortfallOf('driver', size, settings, [], limits);
    expect(found?.clause).toContain('asks for at least 8 CPU for a container');
  });

  it.each(['PersistentVolumeClaim', '{"a":{"b":[1]}}', '\u202eexe\u0000', ''])(
    'leaves alone what limits something else: %j',
    type => {
      const limits = range({ type, max: { memory: '1Gi' } });
      expect(
        shortfallOf('executor', size, settings, [], limits),
      ).toBeUndefined();
    },
  );

  it('refuses nothing that fits', () => {
    const limits = range({
      type: 'Container',
      max: { cpu: '4', memory: '3Gi' },
      min: { cpu: '4', memory: '3Gi' },
    });
    expect(shortfallOf('executor', size, settings, [], limits)).toBeUndefined();
  });
});
