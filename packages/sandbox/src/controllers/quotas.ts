import { isDeepStrictEqual } from 'node:util';
import type { Controller } from '../types';
import type { ControllerOptions } from './ControllerOptions';
import { Workqueue } from './Workqueue';
import { objectKey, splitKey } from './objectKey';
import { countedKinds, quotaUsage } from './quotaUsage';
import { RESOURCE_QUOTAS } from './refs';

const RECOUNT_MS = 15;

/**
 * `status.hard` and `status.used` of ResourceQuotas. Admission charges a create by itself; this gives back what was
 * deleted or has finished, and fills the status of a new quota, until which it limits nothing.
 */
export function quotaController(options: ControllerOptions): Controller {
  return (api, clock) => {
    const queue = new Workqueue(
      clock,
      key => {
        const { namespace, name } = splitKey(key);
        const quota = api.get(RESOURCE_QUOTAS, namespace, name);
        if (!quota) return;
        const limits: Record<string, unknown> = quota.spec?.hard ?? {};
        const used = quotaUsage(api, namespace, limits);
        const hard = Object.fromEntries(
          Object.entries(limits).filter(([resource]) => resource in used),
        );
        const status = { hard, used };
        if (isDeepStrictEqual(quota.status ?? {}, status)) return;
        api.updateStatus(RESOURCE_QUOTAS, { ...quota, status });
      },
      options.onFault,
    );
    const recount = (namespace: string | undefined) => {
      if (!namespace) return;
      for (const quota of api.list(RESOURCE_QUOTAS, namespace)) {
        queue.enqueue(objectKey(quota), RECOUNT_MS);
      }
    };
    const unwatch = countedKinds(api).map(ref =>
      api.watch(ref, ({ object }) => recount(object.metadata.namespace)),
    );
    return () => {
      for (const stop of unwatch) stop();
      queue.stop();
    };
  };
}
