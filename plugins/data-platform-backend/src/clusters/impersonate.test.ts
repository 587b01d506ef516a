import fc from 'fast-check';
import {
  assertImpersonated,
  impersonate,
  ImpersonationError,
} from './impersonate';

/** The person, or why not; any other error is a fault. */
function attempt(user: string, groups: string[], prefix: string) {
  try {
    return impersonate(user, groups, prefix);
  } catch (error) {
    if (error instanceof ImpersonationError) {
      return error;
    }
    throw error;
  }
}

describe('impersonate', () => {
  it('puts verified refs under the prefix', () => {
    expect(
      impersonate('user:default/ada', [
        'group:default/sales-team',
        'group:default/Sales-Team',
      ]),
    ).toEqual({
      user: 'backstage:user:default/ada',
      groups: ['backstage:group:default/sales-team'],
    });
    expect(impersonate('User:default/Ada', [], 'acme:').user).toBe(
      'acme:user:default/ada',
    );
  });

  it.each([
    'system:masters',
    'user:system:masters/x',
    'user:default/system:masters',
    'plugin:catalog',
    'external:ci',
    'group:default/sales-team',
    'component:default/x',
    'user:ada',
    'ada',
    '',
    'user:default/ada\r\nImpersonate-Group: system:masters',
    'user:default/ada\n',
    ' user:default/ada',
    'user:default/\u212Aelvin',
    'user:default/../../x',
    `user:default/${'a'.repeat(64)}`,
  ])('refuses %j as a person', ref => {
    expect(() => impersonate(ref, [])).toThrow(ImpersonationError);
  });

  it.each(['user:default/ada', 'system:masters', 'group:default/a\r\nb', ''])(
    'refuses %j as a group',
    ref => {
      expect(() => impersonate('user:default/ada', [ref])).toThrow(
        ImpersonationError,
      );
    },
  );

  it.each(['', 'system:', 'system:x:', 'backstage', 'a b:', 'A:', ':', 'a\n:'])(
    'refuses the prefix %j',
    prefix => {
      expect(() => impersonate('user:default/ada', [], prefix)).toThrow(
        ImpersonationError,
      );
    },
  );

  it('lets nothing through but names under the prefix, whatever comes in', () => {
    const ref = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('user', 'group', 'User', 'system', 'plugin'),
          fc.string(),
          fc.string(),
        )
        .map(([kind, namespace, name]) => `${kind}:${namespace}/${name}`),
      fc.constantFrom('user:default/ada', 'group:default/x', 'system:masters'),
    );
    const prefix = fc.oneof(fc.constant('backstage:'), fc.string());
    const property = fc.property(
      ref,
      fc.array(ref, { maxLength: 3 }),
      prefix,
      (u, g, p) => {
        const person = attempt(u, g, p);
        if (person instanceof ImpersonationError) {
          return !/[\r\n]/.test(person.message);
        }
        assertImpersonated(person, p);
        const names = [person.user, ...person.groups];
        return (
          person.user.startsWith(`${p}user:`) &&
          person.groups.every(name => name.startsWith(`${p}group:`)) &&
          !names.some(name => /^system:|[^\x21-\x7e]/.test(name))
        );
      },
    );
    expect(() => fc.assert(property)).not.toThrow();
  });

  it('refuses objects that were built past it', () => {
    expect(() =>
      assertImpersonated({ user: 'system:admin', groups: [] }, 'backstage:'),
    ).toThrow(ImpersonationError);
    expect(() =>
      assertImpersonated(
        { user: 'backstage:user:default/ada', groups: ['system:masters'] },
        'backstage:',
      ),
    ).toThrow(ImpersonationError);
  });
});
