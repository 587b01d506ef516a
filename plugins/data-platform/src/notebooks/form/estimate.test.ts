import fc from 'fast-check';
import { notebookOptionsFixture } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { costPerHour, estimate, estimateSentence } from './estimate';
import { NotebookInput } from './NotebookInput';
import { amountsOf, changeOf, requestOf } from './requestOf';

const options = notebookOptionsFixture();
const linesOf = (input: NotebookInput) =>
  estimate(options.quota, requestOf(input, options));

describe('estimate', () => {
  it('says what the domain would use with the server', () => {
    const lines = linesOf({
      generation: 1,
      cpu: '0.5',
      memory: '2Gi',
      gpu: { key: 'nvidia.com/gpu', count: 1 },
      home: { new: { size: '5Gi' } },
    });
    expect(estimateSentence(lines)).toBe(
      'After this: 5 of 8 cores, 10 GiB of 16 GiB memory, 2 of 2 GPUs.',
    );
    expect(lines.filter(({ over }) => over)).toEqual([]);
    // The fullest first, as they come: the last GPU.
    expect(lines[0]).toMatchObject({ label: 'GPUs', ratio: 1 });
  });

  it('marks what is more than there is', () => {
    const lines = linesOf({
      generation: 1,
      cpu: '4',
      memory: '1Gi',
      home: { new: { size: '10Gi' } },
    });
    expect(
      lines.filter(({ over }) => over).map(({ resource }) => resource),
    ).toEqual(['requests.storage', 'requests.cpu']);
  });

  it('counts the size that a workspace option has', () => {
    const lines = linesOf({
      generation: 2,
      workspaceKind: 'jupyterlab',
      podConfig: 'big_gpu',
      home: 'none',
    });
    expect(estimateSentence(lines)).toContain('2 of 2 GPUs');
    expect(
      lines.find(({ resource }) => resource === 'requests.cpu')?.over,
    ).toBe(true);
  });

  it('does not take a sum of tenths for too much', () => {
    const quota = [
      { resource: 'requests.cpu', used: '0.7', hard: '0.8', ratio: 0.9 },
    ];
    expect(estimate(quota, { 'requests.cpu': 0.1 })[0].over).toBe(false);
  });

  it('leaves out lines that are no quantities, and those it does not count for', () => {
    const quota = [
      { resource: 'requests.cpu', used: 'some', hard: '8', ratio: 0 },
      { resource: 'secrets', used: '1', hard: '8', ratio: 0 },
    ];
    expect(estimate(quota, amountsOf({ cpu: '1' }, 0))).toEqual([]);
    expect(estimateSentence([])).toBeUndefined();
  });

  it('is over exactly when used and wanted are more than hard', () => {
    const amount = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(amount, amount, amount, (used, wanted, hard) => {
        const quota = [
          {
            resource: 'pods',
            used: String(used),
            hard: String(hard),
            ratio: 0,
          },
        ];
        const [line] = estimate(quota, { pods: wanted });
        expect(line?.over ?? false).toBe(wanted > 0 && used + wanted > hard);
      }),
    );
  });
});

describe('changeOf', () => {
  it('counts the difference alone', () => {
    const change = changeOf(
      { cpu: '2', memory: '4Gi' },
      { cpu: '3', memory: '2Gi' },
      options,
    );
    expect(change['requests.cpu']).toBe(1);
    expect(change['limits.cpu']).toBeCloseTo(1.2);
    expect(change['requests.memory']).toBe(-2 * 2 ** 30);
    expect(change).not.toHaveProperty('pods');
  });
});

describe('requestOf', () => {
  it('counts every volume that is made', () => {
    const request = requestOf(
      {
        generation: 1,
        home: { new: { size: '5Gi' } },
        dataVolumes: [
          { new: { name: 'd', size: '1Gi' }, mountPath: '/d' },
          { claim: 'sales-shared', mountPath: '/data' },
        ],
      },
      options,
    );
    expect(request.persistentvolumeclaims).toBe(2);
    expect(request['requests.storage']).toBe(6 * 2 ** 30);
    expect(request['count/notebooks.kubeflow.org']).toBe(1);
  });

  it('takes nonsense for nothing', () => {
    const request = requestOf(
      { generation: 1, cpu: '-2', memory: 'x' },
      options,
    );
    expect(request['requests.cpu']).toBe(0);
    expect(request['requests.memory']).toBe(0);
  });
});

describe('costPerHour', () => {
  it('is the price of all that is held', () => {
    const size = {
      cpu: '2',
      memory: '4Gi',
      gpu: { key: 'nvidia.com/gpu', count: 1 },
    };
    expect(costPerHour(size, options.prices)).toBeCloseTo(2.5);
    expect(costPerHour({}, options.prices)).toBe(0);
    expect(costPerHour(size, undefined)).toBeUndefined();
  });
});
