import type { Controller } from '../types';
import type { ControllerOptions } from './ControllerOptions';
import { namespaceController } from './namespaces';
import { kubeletController } from './pods/kubelet';
import { schedulerController } from './pods/scheduler';
import { shellLauncher } from './pods/shell';
import { quotaController } from './quotas';
import { scheduledSparkApplicationController } from './spark/scheduledSparkApplications';
import { sparkApplicationController } from './spark/sparkApplications';
import { driverLauncher, executorLauncher } from './spark/sparkLaunchers';

/** Everything that acts by itself in the sandbox: the controller manager, the scheduler, the nodes and the Spark operator. */
export function sandboxControllers(
  options: Partial<ControllerOptions> = {},
): Controller[] {
  const given: ControllerOptions = { random: Math.random, ...options };
  return [
    namespaceController(given),
    quotaController(given),
    schedulerController(given),
    kubeletController({
      ...given,
      launchers: [driverLauncher, executorLauncher, shellLauncher],
    }),
    sparkApplicationController(given),
    scheduledSparkApplicationController(given),
  ];
}
