import { Source } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  DataPlatformIntegration,
} from '@millrace/backstage-plugin-data-platform-node';
import { groupKind } from '../store/keys';

type Complete = NonNullable<AssessContext['complete']>[number];
type KindState = Source['kinds'][number];

/** Lists of two kinds are not of one moment; after this they agree. */
const AGREE_MS = 10_000;
const EVIDENCE: readonly [string, Complete][] = [
  ['Pod', 'pods'],
  ['Event', 'events'],
  ['ResourceQuota', 'quotas'],
  ['LimitRange', 'limitRanges'],
  ['PersistentVolumeClaim', 'claims'],
];

interface Known {
  source: Source;
  /** Since when each kind has been watched without a break, epoch ms. */
  watchedSince: ReadonlyMap<string, number>;
  /** Evidence that is listed in full: everywhere, or in the namespaces that may be read. */
  complete: readonly { name: Complete; namespaces?: ReadonlySet<string> }[];
}

/** The state that each source told last, and what may be concluded from the absence of something there. */
export class SourceStates {
  readonly #known = new Map<string, Known>();

  /** Returns whether the absence of evidence means something else than before. */
  set(source: Source, now: number): boolean {
    const before = this.#known.get(source.name);
    const watched = watchedKinds(source);
    const watchedSince = new Map(
      watched.map(({ kind, group }) => {
        const key = groupKind(kind, group);
        return [key, before?.watchedSince.get(key) ?? now];
      }),
    );
    const complete = EVIDENCE.flatMap(([kind, name]) => {
      const found = watched.find(each => each.kind === kind && !each.group);
      return found ? [{ name, ...namespacesOf(found) }] : [];
    });
    this.#known.set(source.name, { source, watchedSince, complete });
    return print(before?.complete) !== print(complete);
  }

  get(name: string): Source | undefined {
    return this.#known.get(name)?.source;
  }

  names(): Iterable<string> {
    return this.#known.keys();
  }

  /** Evidence that is listed in full where an object lives. */
  complete(name: string, namespace: string | undefined): readonly Complete[] {
    const complete = this.#known.get(name)?.complete ?? [];
    return complete
      .filter(each => each.namespaces?.has(namespace ?? '') ?? true)
      .map(each => each.name);
  }

  /**
   * What the integration reads of this source is watched, and has been for long enough that lists agree with each other.
   * Kinds that are not served or may not be read lack for good, and are not waited for.
   */
  fresh(
    name: string,
    { resources }: DataPlatformIntegration,
    now: number,
  ): boolean {
    const known = this.#known.get(name);
    const settled = (kind: string, group: string) => {
      const since = known?.watchedSince.get(groupKind(kind, group));
      return since !== undefined && now - since >= AGREE_MS;
    };
    const own = resources.map(({ kind, match }) => ({
      kind,
      group: match.group,
    }));
    const awaited = [...own, { kind: 'Pod', group: '' }].filter(each =>
      isAwaited(known?.source, each),
    );
    return (
      own.some(({ kind, group }) => settled(kind, group)) &&
      awaited.every(({ kind, group }) => settled(kind, group))
    );
  }
}

function watchedKinds({ state, kinds }: Source): readonly KindState[] {
  return state === 'connected'
    ? kinds.filter(each => each.state === 'watching')
    : [];
}

function isAwaited(
  source: Source | undefined,
  { kind, group }: { kind: string; group: string },
): boolean {
  const found = source?.kinds.find(
    each => each.kind === kind && each.group === group,
  );
  return (
    found !== undefined &&
    found.state !== 'dormant' &&
    found.state !== 'forbidden'
  );
}

function namespacesOf({ namespaces }: KindState) {
  return namespaces ? { namespaces: new Set(namespaces) } : {};
}

function print(complete: Known['complete'] = []): string {
  return JSON.stringify(
    complete.map(({ name, namespaces = [] }) => [name, ...namespaces]),
  );
}
