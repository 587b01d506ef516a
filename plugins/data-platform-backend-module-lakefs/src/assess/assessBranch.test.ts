import { BranchObject, BranchSpec, BranchStatus } from '../model/objects';
import { assessBranch } from './assessBranch';
import { branchDefinition } from './branchDefinition';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const DAY = 86_400_000;
const none = { n: 0, more: false };

function branch(
  spec: Partial<BranchSpec> = {},
  status: Partial<BranchStatus> = {},
  insight: Partial<NonNullable<BranchStatus['insight']>> | null = {},
): BranchObject {
  return {
    apiVersion: 'lakefs.io/v1',
    kind: 'Branch',
    metadata: { name: 'fix', namespace: 'sales-lake', uid: 'u' },
    spec: {
      parent: 'main',
      staleMs: 30 * DAY,
      uiUrl: 'https://lake.example.com',
      ...spec,
    },
    status: {
      head: 'h'.repeat(64),
      commit: {
        ...{ id: 'h'.repeat(64), message: 'New prices', at: NOW - DAY },
        ...{ committer: 'admin', metadata: {} },
      },
      ...(insight && {
        insight: {
          ...{ parentHead: 'p', base: 'b', ahead: none, behind: none },
          changes: { n: 1, more: false },
          conflicts: { ...none, paths: [] },
          actions: { dropped: [], changed: [], broken: [] },
          ...insight,
        },
      }),
      ...status,
    },
  };
}

const failure = {
  ...{ runId: 'r1', event: 'pre-merge', at: NOW - 60_000 },
  ...{ action: 'contract check', hook: 'schema', hookRunId: '0_0' },
  message: 'column price is text',
};
const judge = (object: BranchObject, now = NOW) =>
  assessBranch(object, { now } as never);

describe('assessBranch', () => {
  it.each<[string, BranchObject, string]>([
    ['the same', branch(), 'healthy Same The same as main.'],
    [
      'ahead',
      branch({}, {}, { ahead: { n: 3, more: false } }),
      'healthy Ahead 3 commits ahead of main; it would merge without a conflict.',
    ],
    [
      'ahead and behind, without a bound',
      branch(
        {},
        {},
        { ahead: { n: 100, more: true }, behind: { n: 1, more: false } },
      ),
      'healthy Ahead 100+ commits ahead of main and 1 behind; it would merge without a conflict.',
    ],
    [
      'a forecast that is not whole',
      branch(
        {},
        {},
        {
          ahead: { n: 1, more: false },
          conflicts: { n: 0, more: true, paths: [] },
        },
      ),
      'healthy Ahead 1 commit ahead of main; too many changes to foresee every conflict.',
    ],
    [
      'squashed before',
      branch({}, {}, { ahead: { n: 1, more: false }, changes: none }),
      'healthy Merged All that it changed is on main already, by a squashed merge or the same change made twice.',
    ],
    [
      'far behind',
      branch({}, {}, { behind: { n: 100, more: true } }),
      'degraded FarBehind It is 100+ commits behind main.',
    ],
    [
      'not compared yet',
      branch({}, {}, null),
      'unknown NotCompared It has not been compared with main yet; the portal goes through many branches bit by bit.',
    ],
    [
      'stale',
      branch({ staleMs: DAY / 2 }),
      'suspended Stale Nobody has committed to it for 24 h.',
    ],
    [
      'stale, but protected',
      branch({ staleMs: DAY / 2, protectedBy: 'fix*' }),
      'healthy Same The same as main.',
    ],
    [
      'uncommitted',
      branch(
        {},
        { uncommitted: { n: 2, more: false, at: NOW, since: NOW - 60_000 } },
      ),
      'progressing Uncommitted 2 changes not committed yet.',
    ],
    [
      'uncommitted for long',
      branch(
        {},
        { uncommitted: { n: 100, more: true, at: NOW, since: NOW - 3 * DAY } },
      ),
      'degraded UncommittedForLong 100+ changes have lain here uncommitted for 3 days: a merge leaves them behind.',
    ],
    [
      'a dropped gate',
      branch(
        {},
        {},
        {
          actions: {
            dropped: ['_lakefs_actions/a.yaml'],
            changed: [],
            broken: [],
          },
        },
      ),
      'degraded GateDropped It lacks _lakefs_actions/a.yaml of main: lakeFS reads checks from the branch that is merged, so they would not run.',
    ],
    [
      'conflicts',
      branch(
        {},
        {},
        { conflicts: { n: 3, more: false, paths: ['a', 'b', 'c'] } },
      ),
      'degraded WouldConflict Merging it into main would conflict in 3 objects, changed on both sides: a, b and 1 more.',
    ],
    [
      'expired',
      branch({ expiresAt: NOW - 1 }),
      'degraded Expired It expired on 2026-11-22; the portal deletes it soon.',
    ],
    [
      'expired, with a time to go',
      branch({ expiresAt: NOW - 1, goesAt: NOW + DAY, goesDirty: true }),
      'degraded Expired It expired on 2026-11-22; it will be deleted on 2026-11-23 10:00 UTC, with what lies uncommitted on it.',
    ],
    [
      'expired, and kept',
      branch({
        expiresAt: NOW - 1,
        expiryNote: 'it is kept while a run works on it',
      }),
      'degraded Expired It expired on 2026-11-22; it is kept while a run works on it.',
    ],
    [
      'expired, as a commit claims',
      branch({ expiresAt: NOW - 1, expiryClaimed: true, goesAt: NOW + DAY }),
      'degraded Expired It expired on 2026-11-22, as its last commit says; nothing deletes it for that.',
    ],
    [
      'expired, and protected',
      branch({ expiresAt: NOW - 1, protectedBy: 'release-*' }),
      'degraded Expired It expired on 2026-11-22, but a rule protects it: nothing deletes it for that.',
    ],
    [
      'expired where nothing is deleted',
      branch({ expiresAt: NOW - 1, expiryOff: true }),
      'degraded Expired It expired on 2026-11-22; nobody needs it any longer, as far as was said when it was made.',
    ],
    [
      'a failed check of a merge',
      branch({ expiresAt: NOW - 1 }, { failure }),
      'failed CheckFailed Check schema of action contract check refused its merge: column price is text.',
    ],
    [
      'broken actions',
      branch(
        {},
        { failure },
        {
          actions: {
            dropped: [],
            changed: [],
            broken: [{ path: 'x.yaml', problem: 'it is empty' }],
          },
        },
      ),
      'failed ActionsBroken No commit to this branch can succeed: lakeFS cannot read x.yaml (it is empty).',
    ],
    [
      'the default branch',
      branch({ parent: undefined }, {}, null),
      'healthy Default The default branch. No rule protects it: anybody who can write may commit to it.',
    ],
    [
      'the default branch, protected',
      branch({ parent: undefined, protectedBy: 'main' }, {}, null),
      'healthy Protected The default branch, protected: it changes by merges alone.',
    ],
  ])('%s', (_what, object, expected) => {
    const { health, reason, message } = judge(object);
    expect(`${health} ${reason} ${message}`).toBe(expected);
  });

  it('changes with time alone', () => {
    const object = branch({ expiresAt: NOW + 1_000 });
    expect(judge(object).reason).toBe('Same');
    expect(judge(object, NOW + 1_000)).toMatchObject({
      reason: 'Expired',
      since: new Date(NOW + 1_000).toISOString(),
    });
  });

  it('never says that all is well of what it has not seen', () => {
    const bare = branch({}, { commit: undefined }, null);
    expect(judge(bare).health).toBe('unknown');
    expect(
      judge(branch({ parent: undefined }, { commit: undefined }, null)).health,
    ).toBe('unknown');
  });

  it('gives its evidence', () => {
    const object = branch(
      {},
      { failure },
      { conflicts: { n: 1, more: false, paths: ['a.csv'] } },
    );
    expect(judge(object).evidence.map(({ subject }) => subject)).toEqual([
      'Commit hhhhhhhhhhhh',
      'Check schema, run r1',
      'Branch fix',
      'a.csv',
    ]);
  });
});

describe('branchDefinition', () => {
  it('tells facts and links', () => {
    const object = branch(
      { purpose: 'Prices', expiresAt: NOW, protectedBy: 'f*' },
      { failure, uncommitted: { n: 3, more: false, at: NOW } },
      { ahead: { n: 2, more: false } },
    );
    const facts = branchDefinition.facts!(object, {} as never);
    expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Ahead / behind: 2 / 0',
      'Uncommitted: 3',
      'Protected by: f*',
      'Purpose: Prices',
      'Expires: 2026-11-22',
    ]);
    const links = branchDefinition.links!(object, { patterns: {} });
    expect(links.map(({ url }) => url)).toEqual([
      'https://lake.example.com/repositories/sales-lake/objects?ref=fix',
      'https://lake.example.com/repositories/sales-lake/compare?ref=main&compare=fix',
      'https://lake.example.com/repositories/sales-lake/actions/r1',
    ]);
  });
});
