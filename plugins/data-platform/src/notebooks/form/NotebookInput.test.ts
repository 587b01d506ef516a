import { notebookOptionsFixture } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import {
  withDefaults,
  withDomain,
  withGeneration,
  withKind,
  withPatch,
} from './NotebookInput';

const options = notebookOptionsFixture();

describe('withPatch', () => {
  it('drops what becomes empty', () => {
    const input = { name: 'a', title: 'A', shm: true, podDefaults: ['x'] };
    expect(
      withPatch(input, { title: '', shm: false, podDefaults: [] }),
    ).toEqual({ name: 'a' });
  });
});

describe('withDomain', () => {
  it('keeps what is of the person, not what is of the domain', () => {
    const input = {
      name: 'a',
      owner: 'group:default/x',
      domain: 'domain:default/sales',
      image: 'scipy',
      home: { existing: 'ada-home' },
      podDefaults: ['access-lake'],
      gpu: { key: 'nvidia.com/gpu', count: 1 },
    };
    expect(withDomain(input, 'domain:default/lab')).toEqual({
      name: 'a',
      owner: 'group:default/x',
      domain: 'domain:default/lab',
    });
  });
});

describe('withDefaults', () => {
  it('fills in what is usual', () => {
    expect(withDefaults({ name: 'a' }, options)).toEqual({
      name: 'a',
      generation: 1,
      cpu: '0.5',
      memory: '1Gi',
      home: { new: { size: '5Gi' } },
      homeMountPath: '/home/jovyan',
    });
  });

  it('leaves what was chosen, and changes nothing the second time', () => {
    const chosen = { cpu: '2', home: 'none' as const, generation: 1 as const };
    const filled = withDefaults(chosen, options);
    expect(filled).toMatchObject(chosen);
    expect(withDefaults(filled, options)).toEqual(filled);
  });

  it('takes the only kind of workspace that is not deprecated', () => {
    expect(withDefaults({ generation: 2 }, options)).toMatchObject({
      workspaceKind: 'jupyterlab',
      imageConfig: 'scipy_191',
      podConfig: 'tiny',
    });
  });

  it('waits where the cluster serves none', () => {
    expect(
      withDefaults({ name: 'a' }, { ...options, generations: [] }),
    ).toEqual({ name: 'a' });
  });
});

describe('withGeneration', () => {
  it('leaves nothing of the other one', () => {
    const first = withDefaults({ image: 'scipy' }, options);
    const second = withGeneration(first, 2, options);
    expect(second).toMatchObject({ generation: 2, podConfig: 'tiny' });
    expect(Object.keys(second)).not.toContain('image');
    expect(Object.keys(second)).not.toContain('cpu');
    const back = withGeneration(second, 1, options);
    expect(back).toMatchObject({ generation: 1, cpu: '0.5' });
    expect(Object.keys(back)).not.toContain('workspaceKind');
  });
});

describe('withKind', () => {
  it('takes nothing over from a kind that has no defaults', () => {
    const input = { workspaceKind: 'jupyterlab', podConfig: 'tiny' };
    expect(withKind(input, 'old-lab', options)).toEqual({
      workspaceKind: 'old-lab',
    });
  });
});
