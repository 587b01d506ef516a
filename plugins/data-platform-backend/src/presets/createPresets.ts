import {
  Presets,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import { QUOTA_PRESETS } from '../operations/presets';
import { Sources } from '../sources/types';

/** What templates may offer, as things are now. */
export function createPresets(
  sources: Sources,
  spark: Presets['spark'],
): () => Presets {
  return () => ({
    clusters: sources.list().map(clusterOf),
    quotas: [...QUOTA_PRESETS],
    spark,
  });
}

function clusterOf(source: Source): Presets['clusters'][number] {
  const { name, title, state, message, kinds } = source;
  return {
    name,
    ...(title && { title }),
    state,
    message,
    serves: servedKinds(kinds),
  };
}

/** Kinds that a source serves, as `kind.group`; undefined before it has answered once. */
export function servedBy(
  source: Source | undefined,
): readonly string[] | undefined {
  return source && source.kinds.length > 0
    ? servedKinds(source.kinds)
    : undefined;
}

/** The version of a kind (`kind.group`) that a source serves and the portal reads. */
export function servedVersion(
  source: Source | undefined,
  kind: string,
): string | undefined {
  return source?.kinds.find(each => `${each.kind}.${each.group}` === kind)
    ?.version;
}

function servedKinds(kinds: Source['kinds']): string[] {
  return kinds
    .filter(kind => kind.state !== 'dormant')
    .map(kind => (kind.group ? `${kind.kind}.${kind.group}` : kind.kind));
}
