import type { ResourceRef } from '../types';
import type { Remainder } from './namespaceContent';
import { timestamp } from '../clock/timestamps';

interface Condition {
  type: string;
  status: 'True' | 'False';
  lastTransitionTime: string;
  reason: string;
  message: string;
}

// Resources of the core group keep the trailing dot, as in the controller's own message.
const resourceName = (ref: ResourceRef) => `${ref.plural}.${ref.group}`;

function finalizerCounts(remainders: readonly Remainder[]): string[] {
  const counts = new Map<string, number>();
  for (const { objects } of remainders) {
    for (const finalizer of objects.flatMap(
      object => object.metadata.finalizers ?? [],
    )) {
      counts.set(finalizer, (counts.get(finalizer) ?? 0) + 1);
    }
  }
  return [...counts].map(
    ([finalizer, count]) => `${finalizer} in ${count} resource instances`,
  );
}

/** The conditions of a namespace in deletion, in the words of the namespace controller; one that keeps its status keeps its time. */
export function namespaceConditions(
  remainders: readonly Remainder[],
  now: number,
  before: readonly Condition[] = [],
): Condition[] {
  const remaining = remainders.map(
    ({ ref, objects }) =>
      `${resourceName(ref)} has ${objects.length} resource instances`,
  );
  const finalizers = finalizerCounts(remainders);
  const since = (type: string, status: string) =>
    before.find(old => old.type === type && old.status === status)
      ?.lastTransitionTime ?? timestamp(now);
  const condition = (
    type: string,
    holds: boolean,
    reason: string,
    message: string,
  ): Condition => ({
    type,
    status: holds ? 'True' : 'False',
    lastTransitionTime: since(type, holds ? 'True' : 'False'),
    reason,
    message,
  });
  return [
    condition(
      'NamespaceDeletionDiscoveryFailure',
      false,
      'ResourcesDiscovered',
      'All resources successfully discovered',
    ),
    condition(
      'NamespaceDeletionGroupVersionParsingFailure',
      false,
      'ParsedGroupVersions',
      'All legacy kube types successfully parsed',
    ),
    condition(
      'NamespaceDeletionContentFailure',
      false,
      'ContentDeleted',
      'All content successfully deleted, may be waiting on finalization',
    ),
    remaining.length > 0
      ? condition(
          'NamespaceContentRemaining',
          true,
          'SomeResourcesRemain',
          `Some resources are remaining: ${remaining.join(', ')}`,
        )
      : condition(
          'NamespaceContentRemaining',
          false,
          'ContentRemoved',
          'All content successfully removed',
        ),
    finalizers.length > 0
      ? condition(
          'NamespaceFinalizersRemaining',
          true,
          'SomeFinalizersRemain',
          `Some content in the namespace has finalizers remaining: ${finalizers.join(
            ', ',
          )}`,
        )
      : condition(
          'NamespaceFinalizersRemaining',
          false,
          'ContentHasNoFinalizers',
          'All content-preserving finalizers finished',
        ),
  ];
}
