import { Config } from '@backstage/config';

/** Somebody to sign in as on a demo portal. */
export interface Person {
  /** Name of the User entity in the default namespace. */
  name: string;
  title: string;
  description: string;
}

/** The people that the demo offers, from `millrace.people`. */
export function readPeople(config: Config): readonly Person[] {
  return (config.getOptionalConfigArray('millrace.people') ?? []).map(
    person => ({
      name: person.getString('name'),
      title: person.getString('title'),
      description: person.getString('description'),
    }),
  );
}

const KEY = 'millrace.person';

/** Whoever signed in last in this browser, so that a reload and a second tab do not ask again. */
export const rememberedPerson = {
  get: (): string | undefined => window.localStorage.getItem(KEY) ?? undefined,
  set: (name: string) => window.localStorage.setItem(KEY, name),
  clear: () => window.localStorage.removeItem(KEY),
};
