import { Person } from './Persons';

type Statuses = Record<Person, number>;

/** Nobody without a name, no service, and no person who may see nothing gets anything. */
const CLOSED = {
  stranger: 403,
  guest: 401,
  service: 403,
  catalog: 403,
} as const;

/** What each person is answered, by the nature of a route. `own` is the domain of `owner`, `foreign` that of `other`. */
export const EXPECTED = {
  /** A list: everybody sees their part of it. */
  'read: filtered': {
    ...CLOSED,
    owner: 200,
    other: 200,
    viewer: 200,
    admin: 200,
  },
  /** One thing of the owner's domain: for others there is no such thing. */
  'read: own': { ...CLOSED, owner: 200, other: 404, viewer: 200, admin: 200 },
  /** One thing of the other's domain. */
  'read: foreign': {
    ...CLOSED,
    owner: 404,
    other: 200,
    viewer: 200,
    admin: 200,
  },
  /** As the person, on the cluster: the portal's administrator has no rights there. */
  'read: own, on the cluster': {
    ...CLOSED,
    owner: 200,
    other: 404,
    viewer: 403,
    admin: 403,
  },
  /** What the person did themselves; the sample was done by nobody here. */
  'read: what was done': {
    ...CLOSED,
    owner: 404,
    other: 404,
    viewer: 404,
    admin: 404,
  },
  /** What the owner did in the own domain: for other people there is no such thing. */
  'read: what the owner did': {
    ...CLOSED,
    owner: 200,
    other: 404,
    viewer: 404,
    admin: 200,
  },
  /** Leave to act on a live object of the owner's domain: who may not act there learns that first. */
  'ask: what needs no leave': {
    ...CLOSED,
    owner: 400,
    other: 404,
    viewer: 403,
    admin: 400,
  },
  /** Between plugins. */
  'service: catalog alone': {
    owner: 403,
    other: 403,
    viewer: 403,
    admin: 403,
    stranger: 403,
    guest: 401,
    service: 403,
    catalog: 200,
  },
  /** Acts on a live object of the owner's domain, which others cannot see. */
  'write: own object': {
    ...CLOSED,
    owner: 200,
    other: 404,
    viewer: 403,
    admin: 200,
  },
  /** The same, but the plan reads it as the person: the portal's administrator has no rights there. */
  'write: own object, read on the cluster': {
    ...CLOSED,
    owner: 200,
    other: 404,
    viewer: 403,
    admin: 403,
  },
  /** Acts on an entity of the owner's domain, which everybody finds in the catalog. */
  'write: own entity': {
    ...CLOSED,
    owner: 200,
    other: 403,
    viewer: 403,
    admin: 200,
  },
  /** The same, but the plan reads the cluster as the person. */
  'write: own entity, read on the cluster': {
    ...CLOSED,
    owner: 200,
    other: 403,
    viewer: 403,
    admin: 403,
  },
  /** Acts on a list: what of it one may not act on is left out, and told. */
  'write: what of it is one’s own': {
    ...CLOSED,
    owner: 200,
    other: 200,
    viewer: 200,
    admin: 200,
  },
  /** What no owner may do alone. */
  'write: administrators': {
    ...CLOSED,
    owner: 403,
    other: 403,
    viewer: 403,
    admin: 200,
  },
  /** Acts on a series of runs of the owner's job. */
  'write: own series': {
    ...CLOSED,
    owner: 200,
    other: 403,
    viewer: 403,
    admin: 200,
  },
} satisfies Record<string, Statuses>;

export type Expectation = keyof typeof EXPECTED;
