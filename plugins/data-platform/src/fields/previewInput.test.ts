import { previewInput } from './previewInput';
import { quotaLabel } from './quotaLabel';

describe('previewInput', () => {
  it('takes the values under their own names, without what is empty', () => {
    expect(
      previewInput({ a: 1, b: '', c: null, d: undefined, e: false, f: 0 }),
    ).toEqual({ a: 1, e: false, f: 0 });
  });

  it('takes the names of the operation where they differ', () => {
    expect(
      previewInput(
        { jobName: 'x', size: 2 },
        { name: 'jobName', gone: 'nope' },
      ),
    ).toEqual({ name: 'x', size: 2 });
  });
});

describe('quotaLabel', () => {
  it.each([
    ['requests.cpu', 'CPU'],
    ['count/sparkapplications.sparkoperator.k8s.io', 'Spark runs kept'],
    ['count/inferenceservices.serving.kserve.io', 'inferenceservices'],
    ['count/pods', 'Pods'],
    ['nvidia.com/gpu', 'nvidia.com/gpu'],
  ])('%s is %s', (resource, label) => {
    expect(quotaLabel(resource)).toBe(label);
  });
});
