import {
  ContainerEvidence,
  PodEvidence,
  TerminatedEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { DRIVER_CONTAINER, EXECUTOR_CONTAINER } from '../names';
import { SparkRole } from './sparkSize';

/** The Spark container of a pod; sidecars tell nothing about the job. A pod template may name it otherwise. */
export function containerOf(
  pod: PodEvidence | undefined,
  role: SparkRole,
): ContainerEvidence | undefined {
  const name = role === 'driver' ? DRIVER_CONTAINER : EXECUTOR_CONTAINER;
  return (
    pod?.containers.find(container => container.name === name) ??
    (pod?.containers.length === 1 ? pod.containers[0] : undefined)
  );
}

/** How the Spark container of a pod ended, if it has. A pod's phase lags this by a second or more. */
export function endOf(
  pod: PodEvidence | undefined,
  role: SparkRole,
): TerminatedEvidence | undefined {
  return containerOf(pod, role)?.terminated;
}
