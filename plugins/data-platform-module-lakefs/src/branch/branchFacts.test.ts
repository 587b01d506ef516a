import {
  LakefsBranch,
  Run,
} from '@millrace/backstage-plugin-data-platform-common';
import { branchFixture, NOW } from '../__testUtils__/branchFixtures';
import { branchFacts } from './branchFacts';

const HOUR = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();
const told = (branch: LakefsBranch) =>
  Object.fromEntries(
    branchFacts(branch, NOW).map(({ label, value }) => [label, value]),
  );
const warned = (branch: LakefsBranch) =>
  branchFacts(branch, NOW)
    .filter(({ warning }) => warning)
    .map(({ key }) => key);

describe('branchFacts', () => {
  it('tells what a branch is for, whose it is, and how it stands', () => {
    expect(told(branchFixture('orders-late-arrivals'))).toMatchObject({
      'Made from': 'main',
      Purpose: 'orders that arrived late',
      Owner: 'sales-team',
      'Made by': 'ada',
      Expires: 'in 5 d',
      'To main': '2 ahead',
      'Objects changed': '4',
      'Conflicts with main': 'none foreseen',
      Uncommitted: 'nothing',
    });
    expect(warned(branchFixture('orders-late-arrivals'))).toEqual([]);
  });

  it('compares the default branch with nothing', () => {
    const facts = told(branchFixture('main'));
    expect(facts).toMatchObject({ 'Protected by': 'main', Expires: 'never' });
    expect(Object.keys(facts)).not.toContain('To undefined');
    expect(facts).not.toHaveProperty('Made from');
  });

  it('does not take what is not known for nothing', () => {
    expect(told(branchFixture('just-made'))).toMatchObject({
      'To main': 'not compared yet',
      Uncommitted: 'not looked at yet',
    });
    expect(told(branchFixture('just-made'))).not.toHaveProperty(
      'Conflicts with main',
    );
  });

  it('names the run that was started on it last, and how that ended', () => {
    const branch = branchFixture('main');
    const lastRun = (more: object) =>
      branchFacts(branch, NOW, {
        ...{ name: 'orders-x1', startedAt: iso(NOW - 3 * HOUR) },
        ...more,
      } as Run).find(({ key }) => key === 'lastRun');
    const finishedAt = iso(NOW - 2 * HOUR);
    expect(lastRun({ outcome: 'succeeded', finishedAt })).toEqual({
      ...{ key: 'lastRun', label: 'Last run' },
      value: 'orders-x1, succeeded 2 h ago',
    });
    expect(lastRun({ outcome: 'failed', finishedAt })?.warning).toBe(true);
    expect(lastRun({})?.value).toBe('orders-x1, begun 3 h ago');
    expect(told(branch)).not.toHaveProperty('Last run');
  });

  it('warns of what is near or over, lost or in conflict', () => {
    expect(told(branchFixture('backfill-2025'))).toMatchObject({
      'Expires, says its commit': 'expired 3 d ago',
    });
    expect(warned(branchFixture('backfill-2025'))).toEqual(['expires']);
    expect(warned(branchFixture('customers-dedup-trial'))).toEqual([
      'expires',
      'conflicts',
    ]);
    expect(told(branchFixture('forgotten')).Uncommitted).toBe(
      '100+ changes, since 3 d ago',
    );
    expect(warned(branchFixture('forgotten'))).toEqual(['uncommitted']);
  });
});
