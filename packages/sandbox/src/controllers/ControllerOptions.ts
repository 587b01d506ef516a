import type { FaultHandler } from './Workqueue';
import type { Random } from './random';

/** What every controller of the sandbox is given. */
export interface ControllerOptions {
  /** Where names, ids and durations come from; seeded in tests. */
  random: Random;
  /** Told of faults that a controller did not expect; the controller tries again by itself. */
  onFault?: FaultHandler;
}
