import { changesOf, Scale, SCALES, workloads } from '../Scale';
import { catalogEntities } from './catalogEntities';
import { clusterNames, domainPlaces } from './Layout';
import { sparkApplication, sparkStatus } from './sparkApplication';
import { workloadsOf } from './workloadsOf';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const all = (scale: Scale) =>
  clusterNames(scale).flatMap(name => workloadsOf(scale, name, NOW));

describe.each(Object.values(SCALES))('content at $name size', scale => {
  const inputs = all(scale);

  it('has as many applications as promised, each under a name of its own', () => {
    expect(inputs).toHaveLength(workloads(scale));
    const keys = inputs.map(each => `${each.namespace}/${each.name}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has one running for each change, and some that are over', () => {
    const running = inputs.filter(each => each.state === 'RUNNING');
    expect(running.length).toBeGreaterThanOrEqual(changesOf(scale));
    expect(running.length).toBeLessThan(inputs.length / 2);
    expect(inputs.some(each => each.state === 'FAILED')).toBe(true);
  });

  it('gives every job its runs, in the namespace of its domain', () => {
    const runs = new Map<string, string[]>();
    for (const { job, namespace } of inputs) {
      if (job) runs.set(job, [...(runs.get(job) ?? []), namespace]);
    }
    const expected = domainPlaces(scale).flatMap(({ name, jobs }) =>
      jobs.map(job => [job.name, Array(scale.runsPerJob).fill(name)] as const),
    );
    expect(runs).toEqual(new Map(expected));
  });
});

describe('the catalog', () => {
  const scale = SCALES.quick;

  it('has an entity for each domain, product, job, team and person', () => {
    const kinds = catalogEntities(scale).match(/^kind: \w+$/gm) ?? [];
    const count = (kind: string) =>
      kinds.filter(each => each === `kind: ${kind}`).length;
    const places = domainPlaces(scale).length;
    expect(count('Domain')).toBe(places);
    expect(count('System')).toBe(places * 2);
    expect(count('Component')).toBe(places * scale.jobsPerNamespace + 1);
    expect(count('User')).toBe(scale.people);
    expect(count('Group')).toBe(5);
  });
});

it('makes applications of about 7 kB', () => {
  const [input] = all(SCALES.quick);
  const size = JSON.stringify({
    ...sparkApplication(input),
    status: sparkStatus(input, NOW),
  }).length;
  expect(size).toBeGreaterThan(6_500);
  expect(size).toBeLessThan(7_500);
});
