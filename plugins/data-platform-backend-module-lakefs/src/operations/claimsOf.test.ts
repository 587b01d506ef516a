import { BranchObject } from '../model/objects';
import { claimsOf } from './claimsOf';

const METADATA = {
  'millrace.dev/owner': 'user:default/ada',
  'millrace.dev/purpose': 'returns',
  'millrace.dev/expires': '2026-12-01T00:00:00Z',
  'millrace.dev/user': 'user:default/olga',
};

const branch = (spec: Partial<BranchObject['spec']>, metadata = METADATA) =>
  ({
    spec: { staleMs: 1, uiUrl: '', ...spec },
    status: {
      head: 'h',
      commit: { id: 'h', message: 'm', at: 1, committer: 'c', metadata },
    },
  } as unknown as BranchObject);

describe('claimsOf', () => {
  it('repeats what only the last commit says, and not who made that', () => {
    const { 'millrace.dev/user': _, ...claims } = METADATA;
    expect(
      claimsOf(
        branch({
          owner: 'user:default/ada',
          purpose: 'returns',
          expiryClaimed: true,
        }),
      ),
    ).toEqual(claims);
  });

  it.each<[string, BranchObject | undefined]>([
    ['what the portal knows otherwise', branch({ owner: 'group:default/x' })],
    ['an expiry that the portal keeps', branch({ expiresAt: 5 })],
    ['of a branch that it has not read', undefined],
  ])('leaves out %s', (_name, object) => {
    expect(claimsOf(object)).toBeUndefined();
  });
});
