import { DataPlatformIntegration, ResourceDefinition } from '../integration';
import { HOSTILE_TEXTS } from './hostileValues';
import { integrationContract } from './integrationContract';

const toy: ResourceDefinition<any> = {
  kind: 'Toy',
  match: { group: 'example.com', versions: ['v1'], plural: 'toys' },
  nature: 'run',
  keep: object => {
    const state = object?.status?.state;
    return { status: { state: typeof state === 'string' ? state : '' } };
  },
  assess: object => ({
    health: object.status?.state === 'Good' ? 'healthy' : 'unknown',
    reason: 'Toy',
    message: 'It is a toy.',
    evidence: [],
    remedies: [],
  }),
};

const samples = {
  Toy: [
    {
      title: 'good',
      object: {
        apiVersion: 'example.com/v1',
        kind: 'Toy',
        metadata: { name: 'x', uid: 'u' },
        spec: { size: 1 },
        status: { state: 'Good' },
      },
    },
  ],
};

/** Titles of the rules that a definition breaks. */
function brokenBy(
  change: Partial<ResourceDefinition<any>>,
  integration: Partial<DataPlatformIntegration> = {},
): string[] {
  const checks = integrationContract(
    {
      id: 'toy',
      title: 'Toy',
      resources: [{ ...toy, ...change }],
      ...integration,
    },
    { samples, runs: 50 },
  );
  return checks
    .filter(({ check }) => {
      try {
        check();
        return false;
      } catch {
        return true;
      }
    })
    .map(({ title }) => title);
}

const verdict = { ...toy.assess({}, {} as never) };

it('finds nothing in an integration that keeps it', () => {
  expect(brokenBy({})).toEqual([]);
});

it.each<[string, string, Partial<ResourceDefinition<any>>]>([
  [
    'throws on a status that lacks',
    'Toy takes objects that say next to nothing',
    {
      assess: object => ({
        ...verdict,
        reason: object.status.state.length ? 'A' : 'B',
      }),
    },
  ],
  [
    'quotes foreign text as it is',
    'Toy takes hostile text in any one field',
    {
      assess: object => ({
        ...verdict,
        message: `It is ${object.status?.state}.`,
      }),
    },
  ],
  [
    'makes links of what it finds',
    'Toy takes hostile text in any one field',
    {
      links: object => [
        { title: 'UI', url: object.status?.state || 'http://localhost/' },
      ],
    },
  ],
  [
    'keeps everything',
    'Toy keeps no secret',
    { keep: object => ({ spec: object?.spec }) },
  ],
  [
    'gives another answer each time',
    'Toy judges each sample well-formed, twice the same, changing nothing',
    { facts: () => [{ key: 'a', label: 'A', value: `${performance.now()}` }] },
  ],
  [
    'changes what it is given',
    'Toy judges each sample well-formed, twice the same, changing nothing',
    {
      assess: object => {
        object.status.state = '';
        return verdict;
      },
    },
  ],
  [
    'says failed without a next step',
    'Toy judges each sample well-formed, twice the same, changing nothing',
    { assess: () => ({ ...verdict, health: 'failed' }) },
  ],
  [
    'refuses without a sentence',
    'Toy judges each sample well-formed, twice the same, changing nothing',
    {
      operations: [
        {
          id: 'toy:play',
          title: 'Play',
          availability: () => 'no',
          plan: () => [],
        },
      ],
    },
  ],
])('finds one that %s', (_, title, change) => {
  expect(brokenBy(change)).toContain(title);
});

it('wants samples, an id, and each kind once', () => {
  expect(brokenBy({ kind: 'Other' })).toEqual(['Other has samples']);
  expect(brokenBy({}, { id: 'Toy Box' })).toHaveLength(1);
  expect(brokenBy({}, { resources: [toy, toy] })).toHaveLength(1);
});

it('brings text of every nasty kind', () => {
  expect(new Set(HOSTILE_TEXTS).size).toBe(HOSTILE_TEXTS.length);
  expect(Math.max(...HOSTILE_TEXTS.map(text => text.length))).toBe(1_000_000);
});
