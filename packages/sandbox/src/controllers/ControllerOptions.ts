import type { KubeObject, SandboxApi } from '../types';
import type { FaultHandler } from './Workqueue';
import type { Random } from './random';

/** What every controller of the sandbox is given. */
export interface ControllerOptions {
  /** Where names, ids and durations come from; seeded in tests. */
  random: Random;
  /** Told of faults that a controller did not expect; the controller tries again by itself. */
  onFault?: FaultHandler;
  /** Whether an operator looks at a namespace; without it, at all of them. */
  watches?: (api: SandboxApi, namespace: string) => boolean;
}

/** Whether an operator with these options looks at an object. */
export function watchesObject(
  options: ControllerOptions,
  api: SandboxApi,
  object: KubeObject,
): boolean {
  return options.watches?.(api, object.metadata.namespace ?? '') ?? true;
}
