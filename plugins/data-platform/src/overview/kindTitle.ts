import { Source } from '@millrace/backstage-plugin-data-platform-common';

/** Who stands behind an API group, where that is shorter than the group. */
const MAKERS: Readonly<Record<string, string>> = {
  'sparkoperator.k8s.io': 'Kubeflow',
  'spark.apache.org': 'Apache',
};

/** The name of a kind for a person. */
export type KindTitle = (kind: string, group: string) => string;

/** Names kinds by themselves, with their group where the clusters serve two kinds of one name. */
export function kindTitleOf(sources: readonly Source[]): KindTitle {
  const groups = new Map<string, Set<string>>();
  for (const { kinds } of sources) {
    for (const { kind, group, state } of kinds) {
      if (state !== 'dormant') {
        groups.set(kind, (groups.get(kind) ?? new Set()).add(group));
      }
    }
  }
  return (kind, group) =>
    (groups.get(kind)?.size ?? 0) > 1
      ? `${kind} (${MAKERS[group] ?? group})`
      : kind;
}
