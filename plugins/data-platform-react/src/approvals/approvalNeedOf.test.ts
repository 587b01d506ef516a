import {
  Finding,
  Plan,
  PlanApproval,
} from '@millrace/backstage-plugin-data-platform-common';
import { approvalNeedOf } from './approvalNeedOf';
import { approvalPath } from './approvalPath';
import { approverNames } from './approverNames';

const NEEDED: Finding = {
  level: 'error',
  code: 'ApprovalNeeded',
  message: 'It needs approval.',
};
const OTHER: Finding = { level: 'error', message: 'Something else.' };

const planOf = (
  state: PlanApproval['state'] | undefined,
  findings: Finding[],
): Plan => ({
  operation: 'o',
  title: 'O',
  steps: [],
  findings,
  ok: false,
  ...(state && { approval: { reason: 'r', approverRefs: [], state } }),
});

it.each([
  ['needed', [NEEDED], true, true],
  ['rejected', [NEEDED], true, true],
  ['stale', [NEEDED], true, true],
  ['requested', [NEEDED], true, false],
  ['needed', [NEEDED, OTHER], false, false],
  ['approved', [], false, false],
  [undefined, [OTHER], false, false],
] as const)(
  'tells of a plan that is %s with %j',
  (state, findings, missingOnly, mayAsk) => {
    const need = approvalNeedOf(planOf(state, [...findings]));
    expect(need).toMatchObject({ missingOnly, mayAsk });
    expect(need.others).not.toContain(NEEDED);
  },
);

it('leaves the findings of other plans as they are', () => {
  // Without an approval beside it the code means nothing, and an error must not vanish.
  expect(approvalNeedOf(planOf(undefined, [NEEDED])).others).toEqual([NEEDED]);
  expect(approvalNeedOf(undefined)).toEqual({
    missingOnly: false,
    mayAsk: false,
    others: undefined,
  });
});

it('names who decides', () => {
  expect(approverNames([])).toBe('an administrator of the platform');
  expect(approverNames(['user:default/olga'])).toBe('olga');
  expect(
    approverNames(['group:default/a', 'Group:default/b', 'user:default/c']),
  ).toBe('a member of a, a member of b or c');
});

it('leads to the page of requests', () => {
  expect(approvalPath()).toBe('/data-platform/approvals');
  expect(approvalPath('a&b')).toBe('/data-platform/approvals?approval=a%26b');
});
