import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';

/**
 * Reads an object and its evidence once for the verdict, the facts, the timeline and the run that are asked for one after the
 * other. Only the last one is remembered: nothing is held for longer. Both must not be changed, which the host promises.
 */
export function readOnce<T>(
  read: (object: KubernetesObject, ctx: AssessContext) => T,
): (object: KubernetesObject, ctx: AssessContext) => T {
  let last: { object: unknown; ctx: unknown; value: T } | undefined;
  return (object, ctx) => {
    if (last?.object !== object || last.ctx !== ctx) {
      last = { object, ctx, value: read(object, ctx) };
    }
    return last.value;
  };
}
