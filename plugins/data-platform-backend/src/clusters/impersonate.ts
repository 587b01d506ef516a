import { ImpersonatedUser } from './types';

/** Default of what names of people and groups begin with on a cluster. */
export const DEFAULT_IMPERSONATION_PREFIX = 'backstage:';

/** Thrown for a name that may never be sent to a cluster. */
export class ImpersonationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ImpersonationError';
  }
}

const NAME = '[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?';
const USER_REF = new RegExp(`^user:${NAME}/${NAME}$`);
const GROUP_REF = new RegExp(`^group:${NAME}/${NAME}$`);
const PREFIX = /^[a-z][a-z0-9.-]{0,61}[:/]$/;

/**
 * The only way to act as a person: their verified entity ref and those of their groups, under the prefix that the
 * cluster's role bindings use. Service principals (`plugin:catalog`) are refused, as is everything that is no plain
 * entity ref: control characters, another kind, `system:` in any place.
 *
 * @throws {@link ImpersonationError}
 */
export function impersonate(
  userRef: string,
  groupRefs: readonly string[],
  prefix: string = DEFAULT_IMPERSONATION_PREFIX,
): ImpersonatedUser {
  if (!isImpersonationPrefix(prefix)) {
    throw new ImpersonationError(
      `The impersonation prefix ${quote(
        prefix,
      )} is not allowed: lower-case letters, digits, dots and dashes that end in ":" or "/", not "system:".`,
    );
  }
  const user = lower(userRef);
  if (!USER_REF.test(user)) {
    throw new ImpersonationError(
      `${quote(
        userRef,
      )} is no user that may act on a cluster: expected user:<namespace>/<name>. Sign in as a person.`,
    );
  }
  const groups = groupRefs.map(groupRef => {
    const group = lower(groupRef);
    if (!GROUP_REF.test(group)) {
      throw new ImpersonationError(
        `${quote(
          groupRef,
        )} is no group that may act on a cluster: expected group:<namespace>/<name>.`,
      );
    }
    return prefix + group;
  });
  return { user: prefix + user, groups: [...new Set(groups)] };
}

/** Whether names may begin with this: at least a letter and a separator, never the server's own `system:`. */
export function isImpersonationPrefix(prefix: string): boolean {
  return PREFIX.test(prefix) && !prefix.startsWith('system');
}

/**
 * Last look before the headers are written, so that an object built past {@link impersonate} is refused as well.
 * @throws {@link ImpersonationError}
 */
export function assertImpersonated(
  person: ImpersonatedUser,
  prefix: string,
): void {
  const strip = (name: string) => {
    if (!name.startsWith(prefix)) {
      throw new ImpersonationError(
        `${quote(
          name,
        )} does not begin with the cluster's impersonation prefix ${quote(
          prefix,
        )}.`,
      );
    }
    return name.slice(prefix.length);
  };
  impersonate(strip(person.user), person.groups.map(strip), prefix);
}

/** Refs are compared in lower case, as the catalog compares them. ASCII alone: the Kelvin sign must not become a k. */
function lower(ref: string): string {
  return ref.replace(/[A-Z]/g, letter => letter.toLowerCase());
}

/** Quotes a hostile string for a message: no control characters, at most 80 characters. */
function quote(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
