import { LimitRangeEvidence } from '@millrace/backstage-plugin-data-platform-node';
import {
  buildSparkManifest,
  preflightSpark,
} from '../integrations/spark-kubeflow';
import { limitRangeEvidence } from '../sources/evidence/limitRangeEvidence';
import { domainObjects } from './domain/domainObjects';
import { findPreset, QUOTA_PRESETS } from './presets';

const RUNS = 'count/sparkapplications.sparkoperator.k8s.io';

describe.each(QUOTA_PRESETS.map(preset => [preset.id, preset] as const))(
  'preset %s',
  (_id, preset) => {
    const objects = domainObjects({
      name: 'sales',
      preset,
      roles: { owner: ['group:default/sales-team'], member: [], viewer: [] },
      groupPrefix: 'backstage:',
      egressPorts: [443],
      notebookGateways: [],
    });
    const limitRanges = objects
      .filter(({ kind }) => kind === 'LimitRange')
      .map(object => limitRangeEvidence(object) as LimitRangeEvidence);
    const example = buildSparkManifest({
      name: 'example',
      language: 'Python',
      mainApplicationFile: 'local:///app.py',
      image: 'apache/spark:4.0.1',
      sparkVersion: '4.0.1',
      driver: { cores: 1, memory: '1g' },
      executor: { cores: 1, memory: '2g', instances: 3 },
    });

    it('runs the example job', () => {
      const quotas = [
        { name: 'domain', namespace: 'sales', hard: preset.hard, used: {} },
      ];
      expect(preflightSpark(example, { quotas, limitRanges })).toEqual([]);
    });

    it('limits requests, memory, pods and counts, and no CPU limit', () => {
      expect(Object.keys(preset.hard)).toEqual(
        expect.arrayContaining([
          'requests.cpu',
          'requests.memory',
          'limits.memory',
          'pods',
          RUNS,
        ]),
      );
      expect(preset.hard).not.toHaveProperty(['limits.cpu']);
      for (const { limits } of limitRanges) {
        for (const limit of limits) {
          expect(limit.default).not.toHaveProperty('cpu');
          expect(limit.max).toBeUndefined();
        }
      }
    });

    it('says when a job cannot ever fit', () => {
      const quotas = [
        { name: 'domain', namespace: 'sales', hard: preset.hard, used: {} },
      ];
      const giant = structuredClone(example) as any;
      giant.spec.executor.memory = '2000g';
      expect(preflightSpark(giant, { quotas, limitRanges })).toContainEqual(
        expect.objectContaining({ level: 'error' }),
      );
    });
  },
);

describe('presets', () => {
  it('grow from one to the next', () => {
    const runs = QUOTA_PRESETS.map(({ hard }) => Number(hard[RUNS]));
    expect([...runs].sort((a, b) => a - b)).toEqual(runs);
    expect(findPreset('medium')).toBe(QUOTA_PRESETS[1]);
    expect(findPreset('none')).toBeUndefined();
  });
});
