import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import fc from 'fast-check';
import { resource } from '../http/__testUtils__/rows';
import { readJobDefinition } from './jobDefinition';
import { jobOperations } from './jobOperations';
import { JobNow } from './JobReader';
import { maskedYaml } from './maskedYaml';
import { partOfRow } from './partOfRow';
import { scheduleOf } from './scheduleOf';

const error = (message: string, more: Partial<Finding> = {}): Finding => ({
  level: 'error',
  message,
  ...more,
});

describe('readJobDefinition', () => {
  it.each([
    [undefined, [], 'The job has no definition: spec.manifest is empty.'],
    ['  ', [], 'The job has no definition: spec.manifest is empty.'],
    ['a: [', [], 'not valid YAML'],
    ['just text', [], 'not a YAML mapping'],
    [
      'a: 1',
      [error('The kind Pod is not allowed.', { field: 'kind' })],
      'The kind Pod is not allowed (kind).',
    ],
    ['a: 1', [error('First.'), error('Second.')], 'First (and 1 more).'],
  ])('%j: %j', (text, findings, problem) => {
    const read = readJobDefinition(text, () => findings);
    expect(read.problem).toContain(problem);
    expect(read.nextStep).toBeDefined();
  });

  it('has nothing against warnings', () => {
    const check = () => [{ ...error('Hm.'), level: 'warning' as const }];
    expect(readJobDefinition('a: 1', check)).toEqual({});
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(readJobDefinition(text, () => [])).toBeDefined();
        expect(maskedYaml(text)).toBeDefined();
      }),
    );
  });
});

describe('maskedYaml', () => {
  it('masks, also what is not valid YAML', () => {
    expect(
      maskedYaml('spec:\n  sparkConf:\n    a.password: hunter2\n'),
    ).not.toContain('hunter2');
    const broken = maskedYaml('spec: [\npassword: hunter2\nname: x');
    expect(broken).not.toContain('hunter2');
    expect(broken).toContain('name: x');
  });
});

describe('jobOperations', () => {
  const job = (parts: Partial<JobNow>): JobNow => ({
    entity: { entityRef: 'component:default/orders', type: 'spark-job' },
    definition: {},
    assessment: {
      health: 'healthy',
      reason: '',
      message: '',
      evidence: [],
      remedies: [],
    },
    runs: [],
    source: 'eu-1',
    ...parts,
  });
  const offer = () => [
    { id: 'x:run-now', title: 'Run now', available: true },
    { id: 'x:stop', title: 'Stop', available: true },
  ];

  it('says why a job cannot run', () => {
    const [broken] = jobOperations(
      job({ definition: { problem: 'No YAML.', nextStep: 'Correct it.' } }),
      offer,
    );
    expect(broken).toMatchObject({
      available: false,
      reason: 'No YAML. Correct it.',
    });
    const [nowhere] = jobOperations(job({ source: undefined }), offer);
    expect(nowhere.reason).toContain('nowhere to run it');
  });

  it('offers Run now once, and what its live objects offer', () => {
    const schedule = resource({ name: 's', nature: 'schedule' });
    expect(jobOperations(job({ schedule }), offer).map(({ id }) => id)).toEqual(
      ['spark-job:run', 'spark-job:backfill', 'x:stop'],
    );
    expect(jobOperations(job({}), offer)).toHaveLength(2);
  });
});

describe('scheduleOf', () => {
  it('reads what is there', () => {
    const live = resource(
      { name: 's', nature: 'schedule' },
      {},
      {
        spec: {
          schedule: '0 2 * * *',
          timeZone: 'Europe/Berlin',
          suspend: true,
        },
        status: { nextRun: '2026-03-03T01:00:00Z', lastRun: null },
      },
    );
    expect(scheduleOf(live)).toMatchObject({
      resourceId: 'id-s',
      expression: '0 2 * * *',
      timeZone: 'Europe/Berlin',
      suspended: true,
      nextRun: '2026-03-03T01:00:00.000Z',
      lastRun: undefined,
    });
  });

  it('lives with nothing, and with nonsense', () => {
    expect(
      scheduleOf(resource({ name: 's', nature: 'schedule' })),
    ).toMatchObject({ expression: '', suspended: false });
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (spec, status) => {
        scheduleOf(
          resource({ name: 's', nature: 'schedule' }, {}, { spec, status }),
        );
      }),
    );
  });
});

describe('partOfRow', () => {
  it.each([
    [
      'a failed run',
      { nature: 'run' as const },
      { health: 'failed' as const, outcome: 'failed' as const },
      1,
    ],
    [
      'a run under way',
      { nature: 'run' as const },
      { health: 'progressing' as const },
      1,
    ],
    [
      'a run that ended well',
      { nature: 'run' as const },
      { outcome: 'succeeded' as const },
      0,
    ],
    [
      'a run that was stopped',
      { nature: 'run' as const },
      { outcome: 'cancelled' as const },
      0,
    ],
    [
      'a failed run that a newer one has superseded',
      { nature: 'run' as const, superseded: true },
      { health: 'failed' as const, outcome: 'failed' as const },
      0,
    ],
    ['a service', { nature: 'service' as const }, {}, 1],
    ['a quota', { nature: 'capacity' as const }, {}, 0],
    [
      'a branch that somebody tries something on',
      { nature: 'branch' as const },
      { health: 'failed' as const },
      0,
    ],
    ['its repository', { nature: 'dataset' as const }, {}, 1],
  ])('%s', (_name, row, assessment, parts) => {
    expect(partOfRow(resource({ name: 'x', ...row }, assessment))).toHaveLength(
      parts,
    );
  });
});
