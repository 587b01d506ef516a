import { notebookOptionsFixture } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { NotebookInput } from './NotebookInput';
import { missingOf, notebookProblems } from './notebookProblems';

const options = notebookOptionsFixture();
const good: NotebookInput = {
  name: 'ada-lab',
  domain: 'domain:default/sales',
  generation: 1,
  image: 'scipy',
  cpu: '0.5',
  memory: '1Gi',
  home: { new: { size: '5Gi' } },
  homeMountPath: '/home/jovyan',
};
const found = (patch: Partial<NotebookInput>) =>
  notebookProblems({ ...good, ...patch }, options).map(
    ({ level, field, message }) => `${level} ${field}: ${message}`,
  );

describe('missingOf', () => {
  it('names what must be there, by generation', () => {
    expect(missingOf(good)).toEqual([]);
    expect(missingOf({})).toEqual(['the data domain', 'a name', 'the image']);
    expect(
      missingOf({ ...good, generation: 2, workspaceKind: 'jupyterlab' }),
    ).toEqual(['the image', 'the size']);
    expect(missingOf({ ...good, generation: 2 })).toEqual([
      'the kind of workspace',
    ]);
  });
});

describe('notebookProblems', () => {
  it('finds nothing wrong with what is right', () => {
    expect(found({})).toEqual([]);
    expect(notebookProblems({}, undefined)).toEqual([]);
  });

  it.each<[string, Partial<NotebookInput>, RegExp]>([
    ['a name', { name: 'Ada Lab' }, /^error name: Use lower-case/],
    ['no cores', { cpu: '0' }, /^error cpu: Give a number of cores/],
    ['words for cores', { cpu: 'two' }, /^error cpu: Give a number/],
    ['bytes for memory', { memory: '512' }, /^error memory: 512 is less/],
    ['too much for the limit', { memory: '14Gi' }, /at most 12 GiB/],
    ['too little for the limit', { cpu: '10m' }, /at least 0.05/],
    [
      'more than the quota',
      { cpu: '6' },
      /^error cpu: CPU requested: this would make 10.5 of 8; 3.5 is left/,
    ],
    [
      'storage beyond the quota',
      { home: { new: { size: '50Gi' } } },
      /^error home: Storage requested: this would make 105 GiB of 60 GiB/,
    ],
    [
      'a size that is none',
      { home: { new: { size: 'big' } } },
      /^error home: /,
    ],
    [
      'a device that no node has',
      { gpu: { key: 'amd.com/gpu', count: 1 } },
      /^error gpu: No node of this cluster offers/,
    ],
    [
      'more devices than all nodes have',
      { gpu: { key: 'nvidia.com/gpu', count: 9 } },
      /^error gpu: All nodes together offer 4/,
    ],
    [
      'no device at all',
      { gpu: { key: 'nvidia.com/gpu', count: 0 } },
      /^error gpu: Give a whole number/,
    ],
    [
      'a volume that was not chosen',
      { dataVolumes: [{ claim: '', mountPath: '/data' }] },
      /^error dataVolumes\[0\]: Choose a volume/,
    ],
    [
      'a path that is none',
      { dataVolumes: [{ claim: 'x', mountPath: 'data' }] },
      /^error dataVolumes\[0\]: Give the path/,
    ],
    [
      'a path that is taken by the home',
      { dataVolumes: [{ claim: 'x', mountPath: '/home/jovyan' }] },
      /Something else is mounted at/,
    ],
    [
      'a new volume with a bad name',
      {
        home: 'none',
        dataVolumes: [{ new: { name: 'A', size: '1Gi' }, mountPath: '/d' }],
      },
      /^error dataVolumes\[0\]: Use lower-case/,
    ],
    [
      'a variable that is none',
      { environment: [{ name: '1A', value: 'x' }] },
      /^error environment\[0\]: A name has/,
    ],
    [
      'a variable twice',
      {
        environment: [
          { name: 'A', value: '1' },
          { name: 'A', value: '2' },
        ],
      },
      /^error environment\[1\]: A is there twice/,
    ],
  ])('tells of %s', (_, patch, message) => {
    const told = found(patch);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(message);
  });

  it('only warns of devices that are all in use', () => {
    const none = { ...options.gpus[0], free: 0, largestFree: 0 };
    const gpu = { key: 'nvidia.com/gpu', count: 1 };
    const [problem] = notebookProblems(
      { ...good, gpu },
      { ...options, gpus: [none] },
    );
    expect(problem).toMatchObject({
      level: 'warning',
      message: 'None is free now: the server would wait for one.',
    });
    const [other] = notebookProblems(
      { ...good, gpu },
      {
        ...options,
        quota: [],
        gpus: [{ ...none, largestFree: undefined, free: 0 }],
      },
    );
    expect(other.level).toBe('warning');
  });

  it('takes devices for possible where nobody could read what there is', () => {
    const unread = {
      ...options,
      quota: [],
      gpus: [],
      problems: [{ part: 'gpus', message: 'May not read nodes.' }],
    };
    const gpu = { key: 'amd.com/gpu', count: 1 };
    expect(notebookProblems({ ...good, gpu }, unread)).toEqual([]);
  });

  it('puts the quota of a workspace at its size', () => {
    const problems = notebookProblems(
      {
        name: 'ada-lab',
        generation: 2,
        workspaceKind: 'jupyterlab',
        podConfig: 'big_gpu',
        home: 'none',
      },
      options,
    );
    expect(problems.map(({ field }) => field)).toEqual([
      'podConfig',
      'podConfig',
    ]);
  });
});
