import { SystemQuery, viewKey } from './View';

const key = (query: Partial<SystemQuery>) =>
  viewKey({
    name: 'system',
    query: { system: 'lakefs', path: 'branches', ...query },
  });

describe('viewKey', () => {
  it('is the same for equal questions, also deep inside', () => {
    expect(
      key({
        query: { q: 'a', limit: 5, owner: undefined },
        touches: { kind: 'Branch', source: 'lake' },
      }),
    ).toBe(
      key({
        touches: { source: 'lake', kind: 'Branch', name: undefined },
        query: { limit: 5, q: 'a', sort: '' },
      }),
    );
  });

  it.each<[Partial<SystemQuery>, Partial<SystemQuery>]>([
    [{ query: { limit: 5 } }, { query: { limit: 6 } }],
    [{ query: { limit: 5 } }, { query: { offset: 5 } }],
    [{ path: 'a' }, { path: 'b' }],
    [{}, { touches: { kind: 'Branch' } }],
  ])('tells %j from %j', (a, b) => {
    expect(key(a)).not.toBe(key(b));
  });

  it('keeps the order of a list', () => {
    const of = (health: ('failed' | 'healthy')[]) =>
      viewKey({ name: 'resources', query: { health } });
    expect(of(['failed', 'healthy'])).not.toBe(of(['healthy', 'failed']));
  });
});
