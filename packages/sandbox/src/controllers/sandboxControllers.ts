import type { Controller } from '../types';
import type { ControllerOptions } from './ControllerOptions';
import { namespaceController } from './namespaces';
import { cullingController } from './notebooks/culler';
import { notebookLauncher } from './notebooks/notebookLauncher';
import { notebookController } from './notebooks/notebooks';
import {
  APACHE_OPERATOR,
  KUBEFLOW_OPERATOR,
  NOTEBOOK_CONTROLLER,
  WORKSPACES_CONTROLLER,
} from './operators/OperatorInstall';
import { operatorProcess } from './operators/operatorProcess';
import { isWatched } from './operators/watchedNamespaces';
import { kubeletController } from './pods/kubelet';
import { schedulerController } from './pods/scheduler';
import type { Launcher } from './pods/Process';
import { shellLauncher } from './pods/shell';
import { quotaController } from './quotas';
import { scheduledSparkApplicationController } from './spark/scheduledSparkApplications';
import { sparkApplicationController } from './spark/sparkApplications';
import { apacheSparkApplicationController } from './sparkApache/sparkApplications';
import { sparkClusterController } from './sparkApache/sparkClusters';
import { connectLauncher } from './sparkConnect/connectLauncher';
import { sparkConnectController } from './sparkConnect/sparkConnects';
import { historyServerLauncher } from './sparkUi/HistoryServer';
import { claimController } from './volumes/claims';
import { deploymentController } from './workloads/deployments';
import { replicaSetController } from './workloads/replicaSets';
import { statefulSetController } from './workloads/statefulSets';
import { workspaceKindController } from './workspaces/workspaceKinds';
import { workspaceController } from './workspaces/workspaces';
import { driverLauncher, executorLauncher } from './spark/sparkLaunchers';

/** What containers run, the first that knows a container. */
export const LAUNCHERS: readonly Launcher[] = [
  driverLauncher,
  connectLauncher,
  executorLauncher,
  historyServerLauncher,
  notebookLauncher,
  shellLauncher,
];

/** Everything that acts by itself in the sandbox: the controller manager, the scheduler, the nodes, Kubeflow Notebooks and the Spark operators. */
export function sandboxControllers(
  options: Partial<ControllerOptions> = {},
): Controller[] {
  const given: ControllerOptions = {
    random: Math.random,
    watches: isWatched,
    ...options,
  };
  return [
    namespaceController(given),
    quotaController(given),
    deploymentController(given),
    replicaSetController(given),
    statefulSetController(given),
    claimController(given),
    schedulerController(given),
    kubeletController({ ...given, launchers: LAUNCHERS }),
    operatorProcess(
      KUBEFLOW_OPERATOR,
      [
        sparkApplicationController(given),
        scheduledSparkApplicationController(given),
        sparkConnectController(given),
      ],
      given,
    ),
    operatorProcess(
      APACHE_OPERATOR,
      [apacheSparkApplicationController(given), sparkClusterController(given)],
      given,
    ),
    operatorProcess(
      NOTEBOOK_CONTROLLER,
      [notebookController(given), cullingController(given)],
      given,
    ),
    operatorProcess(
      WORKSPACES_CONTROLLER,
      [workspaceController(given), workspaceKindController(given)],
      given,
    ),
  ];
}
