import { fullQuota, runNeeds, runsThatFit } from './runsThatFit';

const GIB = 2 ** 30;
const pod = (cpu: number, memory: number) => ({
  cpu,
  memory: memory * GIB,
  memoryText: `${memory}g`,
  overheadFactor: 0.1,
});
const size = {
  driver: pod(1, 1),
  executor: pod(2, 4),
  demand: { dynamic: false, initial: 2, min: 2, max: 2 },
};
const quota = (hard: Record<string, string>, used = {}) => ({
  name: 'domain',
  namespace: 'sales',
  hard,
  used,
});
const COUNT = 'count/sparkapplications.sparkoperator.k8s.io';

describe('runsThatFit', () => {
  it.each([
    [[], undefined],
    [[quota({ 'limits.cpu': '4' })], undefined],
    [[quota({ 'requests.cpu': '16' })], 3],
    [[quota({ 'requests.cpu': '16' }, { 'requests.cpu': '12' })], 0],
    [[quota({ 'requests.memory': '36Gi' })], 4],
    [[quota({ pods: '7' }, { pods: '1' })], 2],
    [[quota({ [COUNT]: '60' }, { [COUNT]: '59' })], 1],
    [[quota({ pods: '100' }), quota({ 'requests.cpu': '10' })], 2],
    [[quota({ pods: 'many' })], undefined],
  ])('%j gives room for %s', (quotas, fit) => {
    expect(runsThatFit(runNeeds(size, COUNT), quotas)).toBe(fit);
  });
});

describe('fullQuota', () => {
  const needs = runNeeds(size, COUNT);
  it.each([
    [[], 1, undefined],
    [[quota({ pods: '6' }, { pods: '3' })], 1, undefined],
    [
      [quota({ pods: '6' }, { pods: '4' })],
      1,
      'the quota domain allows 6 of pods, and 4 are in use',
    ],
    [
      [quota({ pods: '6' }, { pods: '3' })],
      2,
      'the quota domain allows 6 of pods, and 3 are in use',
    ],
    [[quota({ pods: '2' }, { pods: '2' })], 1, undefined],
  ])('%j for %d', (quotas, runs, words) => {
    expect(fullQuota(needs, runs, quotas)).toBe(words);
  });
});
