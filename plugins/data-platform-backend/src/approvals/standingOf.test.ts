import { ApprovalState } from '@millrace/backstage-plugin-data-platform-common';
import fc from 'fast-check';
import { AT, record } from './__testUtils__/records';
import { approvalFinding, samePins, standingOf } from './standingOf';

const PINS = { source: 'c1' };
const decided = { decidedBy: 'user:default/olga', decidedAt: AT };

describe('standingOf', () => {
  it.each<[ApprovalState, string, string]>([
    ['open', 'requested', 'stale'],
    ['approved', 'approved', 'stale'],
    ['rejected', 'rejected', 'needed'],
    ['stale', 'stale', 'stale'],
    ['withdrawn', 'needed', 'needed'],
    ['done', 'needed', 'needed'],
  ])('%s: %s, and with another commit %s', (state, same, moved) => {
    const latest = record({ state });
    expect(standingOf(latest, PINS).state).toBe(same);
    expect(standingOf(latest, { source: 'c2' }).state).toBe(moved);
  });

  it('needs one where nobody has asked', () => {
    expect(standingOf(undefined, PINS)).toEqual({ state: 'needed' });
  });

  it('takes pins for the same whatever their order, and for nothing less', () => {
    const pins = fc.dictionary(fc.string(), fc.string());
    fc.assert(
      fc.property(pins, pins, (a, b) => {
        const reversed = Object.fromEntries(Object.entries(a).reverse());
        expect(samePins(a, reversed)).toBe(true);
        const equal =
          JSON.stringify(Object.entries(a).sort()) ===
          JSON.stringify(Object.entries(b).sort());
        expect(samePins(a, b)).toBe(equal);
      }),
    );
  });
});

describe('approvalFinding', () => {
  const finding = (state: any, given: object = {}, approverRefs?: string[]) =>
    approvalFinding(
      {
        ...{ reason: 'A rule protects main.', state },
        approverRefs: approverRefs ?? ['group:default/sales-team'],
      },
      record(given),
    );

  it.each([
    ['needed', {}, 'Nobody has asked for it yet. Ask sales-team.'],
    [
      'requested',
      {},
      'ada asked for it on 2026-11-23; it waits for sales-team.',
    ],
    ['rejected', decided, 'olga rejected it on 2026-11-23.'],
    ['stale', decided, 'has changed since it was asked for. Ask again:'],
  ])('refuses while it is %s', (state, given, said) => {
    const { level, code, message, remedy } = finding(state, given);
    expect([level, code]).toEqual(['error', 'ApprovalNeeded']);
    expect(`${message} ${remedy}`).toContain(said);
    expect(message).toContain('A rule protects main.');
  });

  it('tells who approved', () => {
    expect(finding('approved', decided)).toEqual({
      level: 'info',
      message: 'A rule protects main. olga approved it on 2026-11-23.',
    });
  });

  it('names administrators where nobody owns it', () => {
    expect(finding('needed', {}, []).remedy).toBe(
      'Ask an administrator of the platform.',
    );
  });
});
