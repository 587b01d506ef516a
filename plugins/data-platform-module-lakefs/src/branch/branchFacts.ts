import {
  Fact,
  LakefsBranch,
  Run,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  formatAbsolute,
  formatRelative,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-react';
import { countOf, countText, standingText } from '../branches/countWords';

const DAY_MS = 24 * 3_600_000;

/**
 * What is known of a branch; what is not known says so where a person would look for it.
 * @param lastRun - the run that was started on it last
 */
export function branchFacts(
  branch: LakefsBranch,
  now: number,
  lastRun?: Run,
): Fact[] {
  const { parent, owner, purpose, createdAt, createdBy, protectedBy } = branch;
  return [
    ...fact('parent', 'Made from', parent),
    ...fact('purpose', 'Purpose', purpose),
    ...fact('owner', 'Owner', owner && refTitle(owner)),
    ...fact('createdBy', 'Made by', createdBy && refTitle(createdBy)),
    ...fact('createdAt', 'Made', createdAt && formatAbsolute(iso(createdAt))),
    ...expiry(branch, now),
    ...(parent
      ? fact(
          'standing',
          `To ${parent}`,
          standingText(branch) ?? 'not compared yet',
        )
      : []),
    ...fact(
      'changes',
      'Objects changed',
      branch.changes && countText(branch.changes),
    ),
    ...conflicts(branch),
    ...uncommitted(branch, now),
    ...(lastRun ? runFact(lastRun, now) : []),
    ...fact('protectedBy', 'Protected by', protectedBy),
    ...fact('head', 'Last commit', branch.head.slice(0, 12)),
  ];
}

function expiry({ expiresAt, expiryClaimed }: LakefsBranch, now: number) {
  if (expiresAt === undefined) {
    return fact('expires', 'Expires', 'never');
  }
  const when = formatRelative(iso(expiresAt), now);
  return fact(
    'expires',
    expiryClaimed ? 'Expires, says its commit' : 'Expires',
    expiresAt <= now ? `expired ${when}` : when,
    expiresAt - now < DAY_MS,
  );
}

function conflicts({ parent, conflicts: found }: LakefsBranch): Fact[] {
  return parent && found
    ? fact(
        'conflicts',
        `Conflicts with ${parent}`,
        found.n === 0 ? 'none foreseen' : countOf(found, 'object'),
        found.n > 0,
      )
    : [];
}

function uncommitted({ uncommitted: lying }: LakefsBranch, now: number) {
  if (!lying) {
    return fact('uncommitted', 'Uncommitted', 'not looked at yet');
  }
  const since =
    lying.since === undefined
      ? ''
      : `, since ${formatRelative(iso(lying.since), now)}`;
  return fact(
    'uncommitted',
    'Uncommitted',
    lying.n === 0 ? 'nothing' : `${countOf(lying, 'change')}${since}`,
    lying.n > 0,
  );
}

function runFact(run: Run, now: number): Fact[] {
  const { name, outcome, submittedAt, startedAt, finishedAt } = run;
  const at = (outcome && finishedAt) ?? startedAt ?? submittedAt;
  const when = at === undefined ? '' : ` ${formatRelative(at, now)}`;
  return fact(
    'lastRun',
    'Last run',
    outcome ? `${name}, ${outcome}${when}` : `${name}, begun${when}`,
    outcome === 'failed',
  );
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function fact(
  key: string,
  label: string,
  value: string | 0 | undefined,
  warning?: boolean,
): Fact[] {
  return value ? [{ key, label, value, ...(warning && { warning }) }] : [];
}
