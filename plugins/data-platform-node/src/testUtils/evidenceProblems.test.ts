import { contextOf, TEST_NOW } from './contextOf';
import { relatedProblems, workbenchProblems } from './evidenceProblems';

const object = { metadata: { name: 'lab', namespace: 'n', uid: 'u' } };
const facts = {
  generation: 1 as const,
  state: 'running' as const,
  activityKnown: true,
  lastActivity: TEST_NOW - 1,
  volumes: [],
  connectPath: '/notebook/n/lab/',
};

it('finds nothing in good evidence', () => {
  const related = [
    { type: 'claims' as const, of: () => ['home'] },
    {
      type: 'objects' as const,
      of: () => [{ kind: 'StatefulSet', generateName: 'ws-' }],
    },
    { type: 'events' as const, fieldSelector: 'type=Warning' },
  ];
  expect(relatedProblems({ related }, object)).toEqual([]);
  expect(workbenchProblems(facts, contextOf())).toEqual([]);
  expect(workbenchProblems(undefined, contextOf())).toEqual([]);
});

it('finds names that are no text', () => {
  const related = [
    { type: 'claims' as const, of: () => [{} as string] },
    { type: 'objects' as const, of: () => [{ kind: 'Pod', name: '' }] },
  ];
  expect(relatedProblems({ related }, object)).toHaveLength(2);
});

it.each<[string, object]>([
  ['in use although', { state: 'stopped' }],
  ['nobody knows', { activityKnown: false }],
  ['in the future', { lastActivity: TEST_NOW + 1 }],
  ['startedAt', { startedAt: NaN }],
  ['activityNote', { activityNote: 'no sentence' }],
  ['path', { connectPath: 'https://evil.example/' }],
  ['gpu', { gpu: { key: 'nvidia.com/gpu', count: 0 } }],
])('finds a workbench that is %s', (problem, change) => {
  const found = workbenchProblems({ ...facts, ...change }, contextOf());
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(problem);
});
