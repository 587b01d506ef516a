import {
  KubernetesObject,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { Guard } from '../assess/Guard';
import { flatKey, involvedKey } from './keys';

/** What an object may name, in all: a hostile one could name thousands. */
const MOST = 20;
/** What the API server puts behind a prefix to make a name. Source: kubernetes apiserver, storage/names/generate.go. */
const GENERATED_LENGTH = 5;
/** Stands for what is generated; no name has it. */
const GENERATED = '*';
const CLAIM = 'PersistentVolumeClaim';

/** Other objects that are evidence for one: those it is made of, and the claims that it mounts. */
export interface Concerns {
  /** Keys of {@link concernKeys}; the claims are among them. */
  keys: readonly string[];
  /** Names of claims. */
  claims: readonly string[];
}

const NONE: Concerns = { keys: [], claims: [] };

/** Asks the selectors of a definition; one that throws names nothing. */
export function concernsOf(
  { kind, related = [] }: ResourceDefinition<any>,
  object: KubernetesObject,
  guard: Guard,
): Concerns {
  const { namespace } = object.metadata;
  const keys = new Set<string>();
  const claims = new Set<string>();
  for (const selector of related) {
    if (selector.type === 'objects') {
      const found = guard.run(
        `${kind} related objects`,
        () => selector.of(object),
        () => [],
      );
      for (const each of found.slice(0, MOST)) {
        const name =
          'name' in each ? each.name : `${each.generateName}${GENERATED}`;
        keys.add(involvedKey(each.kind, namespace, name));
      }
    } else if (selector.type === 'claims') {
      const found = guard.run(
        `${kind} related claims`,
        () => selector.of(object),
        () => [],
      );
      for (const name of found.slice(0, MOST)) {
        claims.add(name);
        keys.add(claimKey(namespace, name));
      }
    }
  }
  return keys.size === 0 ? NONE : { keys: [...keys], claims: [...claims] };
}

/** Key under which objects that mount a claim are found. */
export function claimKey(namespace: string | undefined, name: string): string {
  return involvedKey(CLAIM, namespace, name);
}

/** Keys under which whom an object concerns is found. @param key - as `involvedKey` makes it */
export function concernKeys(key: string): readonly string[] {
  return [key, generatedKey(key)];
}

/** The key of all objects whose names were generated from the same prefix as this one's may have been. */
export function generatedKey(key: string): string {
  return flatKey([key.slice(0, -GENERATED_LENGTH), GENERATED], '');
}

/** Whether a key stands for names that are generated. */
export function isGenerated(key: string): boolean {
  return key.endsWith(GENERATED);
}
