import {
  ada,
  nils,
  olga,
  record,
  reviewer,
  root,
} from './__testUtils__/records';
import { approversOf } from './approversOf';
import { decisionRight, maySeeApproval, mayWithdraw, waitsFor } from './rights';

describe('who decides', () => {
  it.each([
    ['an owner', olga, { as: 'approver' }],
    [
      'who asked, though an owner',
      ada,
      { why: 'You asked for it: somebody else decides.' },
    ],
    ['somebody else', nils, { why: 'sales-team decides.' }],
    ['an administrator, as such', root, { as: 'administrator' }],
  ])('%s', (_, who, right) => {
    expect(decisionRight(record(), who)).toEqual(right);
  });

  it('is no administrator about what they asked for themselves', () => {
    expect(decisionRight(record({ requestedBy: root.userRef }), root)).toEqual({
      why: 'You asked for it: somebody else decides.',
    });
  });

  it('is nobody once it is decided', () => {
    for (const state of ['approved', 'rejected', 'stale', 'done'] as const) {
      expect(decisionRight(record({ state }), olga)).toEqual({
        why: 'It is not open any more.',
      });
    }
  });

  it('is an administrator where nobody owns it, and that waits for them', () => {
    const orphan = record({ approverRefs: [] });
    expect([orphan, record()].map(each => waitsFor(each, root))).toEqual([
      true,
      false,
    ]);
    expect([olga, ada, nils].map(who => waitsFor(record(), who))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('who sees it', () => {
  it.each([
    ['who asked', reviewer('ada'), true],
    ['an approver', olga, true],
    ['an administrator', root, true],
    ['who may see what it is about', reviewer('eve', [], { sees: true }), true],
    ['nobody else', nils, false],
  ])('%s', (_, who, seen) => {
    expect(maySeeApproval(record(), who)).toBe(seen);
  });

  it('asks for what it belonged to, though it is gone', () => {
    const allows = jest.fn(() => true);
    maySeeApproval(record(), { ...nils, read: { allows } });
    expect(allows).toHaveBeenCalledWith(record().belongs);
  });
});

describe('who takes it back', () => {
  it('is who asked, until it is carried out', () => {
    expect(mayWithdraw(record(), ada)).toBe(true);
    expect(mayWithdraw(record({ state: 'approved' }), ada)).toBe(true);
    expect(
      mayWithdraw(record({ state: 'approved', operationId: 'op' }), ada),
    ).toBe(false);
    expect(mayWithdraw(record({ state: 'done' }), ada)).toBe(false);
    expect(mayWithdraw(record(), root)).toBe(false);
  });
});

describe('approversOf', () => {
  const directory = {
    get: (ref: string) =>
      ref.includes('orphan')
        ? undefined
        : { entityRef: ref, type: 'x', ownerRef: `owner of ${ref}` },
  };

  it.each([
    [{ productRef: 'p', domainRef: 'd' }, ['owner of p']],
    [{ productRef: 'orphan', domainRef: 'd' }, ['owner of d']],
    [{ domainRef: 'd' }, ['owner of d']],
    [{}, []],
  ])('of %j: %j', (row, owners) => {
    expect(approversOf(row, directory)).toEqual(owners);
  });
});
