import {
  Assessment,
  LakefsBranch,
} from '@millrace/backstage-plugin-data-platform-common';
import { rowFixture } from './rowFixture';

/** The present of the fixtures. */
export const NOW = Date.parse('2026-11-22T10:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const count = (n: number, more = false) => ({ n, more });

type Verdict = Pick<Assessment, 'health' | 'reason' | 'message' | 'nextStep'>;
type State = Verdict & Partial<LakefsBranch>;

/** A branch in every state that the backend judges. */
const STATES = {
  main: {
    health: 'healthy',
    reason: 'Protected',
    message: 'The default branch, protected: it changes by merges alone.',
    parent: undefined,
    protectedBy: 'main',
    ahead: undefined,
    behind: undefined,
    changes: undefined,
    conflicts: undefined,
    owner: undefined,
    purpose: undefined,
    expiresAt: undefined,
  },
  'orders-late-arrivals': {
    health: 'healthy',
    reason: 'Ahead',
    message: '2 commits ahead of main; it would merge without a conflict.',
    purpose: 'orders that arrived late',
  },
  'price-as-text': {
    health: 'failed',
    reason: 'CheckFailed',
    message:
      'Check price_is_decimal of action orders contract refused its merge: price is text.',
    nextStep: 'Read the output of the check, mend the data, and try again.',
    owner: 'user:default/nils',
    failure: {
      runId: 'run-1',
      event: 'pre-merge',
      at: NOW - 2 * HOUR,
      action: 'orders contract',
      hook: 'price_is_decimal',
      hookRunId: 'hook-1',
      message: 'price is text',
    },
  },
  'broken-gate': {
    health: 'failed',
    reason: 'ActionsBroken',
    message:
      'No commit to this branch can succeed: lakeFS cannot read _lakefs_actions/a.yaml (no hooks).',
    nextStep: 'Mend _lakefs_actions/a.yaml or delete it; uploads still work.',
    brokenActions: [{ path: '_lakefs_actions/a.yaml', problem: 'no hooks' }],
  },
  'backfill-2025': {
    health: 'degraded',
    reason: 'Expired',
    message: 'It expired on 19 November 2026.',
    nextStep:
      'Merge what is worth keeping and delete it, or give it more time.',
    expiresAt: NOW - 3 * DAY,
    expiryClaimed: true,
  },
  'customers-dedup-trial': {
    health: 'degraded',
    reason: 'WouldConflict',
    message:
      'Merging it into main would conflict in 3 objects, changed on both sides.',
    nextStep: 'Merge main into it and settle them there.',
    conflicts: { n: 3, more: false, paths: ['tables/customers/a.parquet'] },
    behind: count(2),
    expiresAt: NOW + 10 * HOUR,
  },
  'no-gate': {
    health: 'degraded',
    reason: 'GateDropped',
    message: 'It lacks _lakefs_actions/contract.yaml of main.',
    nextStep: 'Merge main into it first.',
    droppedActions: ['_lakefs_actions/contract.yaml'],
    changedActions: ['_lakefs_actions/portal.yaml'],
  },
  forgotten: {
    health: 'degraded',
    reason: 'UncommittedForLong',
    message:
      '100+ changes have lain here uncommitted for 3 days: a merge leaves them behind.',
    nextStep: 'Commit them, or discard them.',
    uncommitted: { ...count(100, true), at: NOW, since: NOW - 3 * DAY },
  },
  'returns-wip': {
    health: 'progressing',
    reason: 'Uncommitted',
    message: '2 changes not committed yet.',
    nextStep: 'Commit them, so that they can be merged.',
    uncommitted: { ...count(2), at: NOW, since: NOW - HOUR },
    owner: 'user:default/ada',
  },
  'abandoned-experiment': {
    health: 'suspended',
    reason: 'Stale',
    message: 'Nobody has committed to it for 65 days.',
    nextStep: 'Merge it or delete it.',
    expiresAt: undefined,
    owner: undefined,
    purpose: undefined,
  },
  'just-made': {
    health: 'unknown',
    reason: 'NotCompared',
    message: 'It has not been compared with main yet.',
    ahead: undefined,
    behind: undefined,
    changes: undefined,
    conflicts: undefined,
    uncommitted: undefined,
    lastCommit: undefined,
  },
  'far-behind': {
    health: 'degraded',
    reason: 'FarBehind',
    message: 'It is 1,000+ commits behind main.',
    nextStep: 'Merge main into it.',
    ahead: count(0),
    behind: count(1_000, true),
  },
  'same-as-main': {
    health: 'healthy',
    reason: 'Same',
    message: 'The same as main.',
    ahead: count(0),
    changes: count(0),
  },
} satisfies Record<string, State>;

export type BranchState = keyof typeof STATES;
export const BRANCH_STATES = Object.keys(STATES) as BranchState[];

/** A branch in one of the states that the backend judges. */
export function branchFixture(
  name: BranchState,
  patch: Partial<LakefsBranch> = {},
): LakefsBranch {
  const { health, reason, message, nextStep, ...rest }: State = STATES[name];
  return {
    resource: rowFixture('Branch', name, {
      health,
      reason,
      message,
      ...(nextStep && { nextStep }),
    }),
    source: 'lake',
    repository: 'sales-lake',
    name,
    parent: 'main',
    owner: 'group:default/sales-team',
    purpose: 'something new',
    expiresAt: NOW + 5 * DAY,
    createdBy: 'user:default/ada',
    createdAt: NOW - 2 * DAY,
    head: `${name.length}`.padEnd(64, 'a'),
    lastCommit: {
      id: `${name.length}`.padEnd(64, 'a'),
      message: `Change ${name}`,
      at: NOW - 5 * HOUR,
      committer: 'admin',
      user: 'user:default/ada',
      metadata: { 'millrace.dev/user': 'user:default/ada' },
    },
    ahead: count(2),
    behind: count(0),
    changes: count(4),
    conflicts: { n: 0, more: false, paths: [] },
    uncommitted: { ...count(0), at: NOW },
    uiUrl: `https://lake.example/repositories/sales-lake/objects?ref=${name}`,
    ...rest,
    ...patch,
  };
}

/** All of them. */
export function branchFixtures(): LakefsBranch[] {
  return BRANCH_STATES.map(name => branchFixture(name));
}
