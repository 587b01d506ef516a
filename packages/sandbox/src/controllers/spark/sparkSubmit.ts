import type { SandboxApi } from '../../types';
import { StatusError } from '../../types';
import { hex, type Random } from '../random';
import { CONFIG_MAPS, PODS, SERVICES } from '../refs';
import {
  formatProperties,
  submissionProperties,
  type Properties,
  type SubmissionIds,
} from './properties';
import type { SparkApplication } from './SparkApplication';
import { LABEL_ROLE, LABEL_SELECTOR } from './sparkLabels';
import { driverPod, type DriverPod } from './sparkPods';

/** How spark-submit failed; the message is what it wrote to stderr. */
export class SubmitError extends Error {
  constructor(output: string) {
    super(output);
    this.name = 'SubmitError';
  }
}

/** A refused POST as the Kubernetes client of Spark reports it. */
function clientFailure(error: StatusError, path: string): string {
  const { message, code, reason } = error.status;
  return `Exception in thread "main" io.fabric8.kubernetes.client.KubernetesClientException: Failure executing: POST at: https://kubernetes.default.svc${path}. Message: ${message}. Received status: Status(apiVersion=v1, code=${code}, kind=Status, message=${message}, reason=${reason}, status=Failure).`;
}

/**
 * What `spark-submit --deploy-mode cluster` does for the operator: makes the driver pod, and the ConfigMap and the headless
 * Service that the pod owns.
 *
 * @throws SubmitError when the API server refuses the driver pod.
 */
export function sparkSubmit(
  api: SandboxApi,
  random: Random,
  app: SparkApplication,
  submissionId: string,
): void {
  const { name, namespace = '' } = app.metadata;
  const ids: SubmissionIds = {
    submissionId,
    applicationId: `spark-${hex(random, 32)}`,
    podNamePrefix: `${name.slice(0, 40)}-${hex(random, 16)}`,
  };
  const properties = submissionProperties(app, ids);
  const pod = driverPod(app, properties, ids);
  launchDriver(api, namespace, pod, properties, ids);
}

/**
 * Makes a driver's pod with the ConfigMap and the Service that belong to it.
 *
 * @throws SubmitError when the API server refuses one of them; none is left then
 */
export function launchDriver(
  api: SandboxApi,
  namespace: string,
  pod: DriverPod,
  properties: Properties,
  ids: SubmissionIds,
): void {
  const path = `/api/v1/namespaces/${namespace}/pods`;
  const podName = properties['spark.kubernetes.driver.pod.name'];
  if (!pod.spec.containers[0].image) {
    throw new SubmitError(
      'Exception in thread "main" org.apache.spark.SparkException: Must specify the driver container image',
    );
  }
  const ownerReferences = [
    {
      apiVersion: 'v1',
      kind: 'Pod',
      name: podName,
      uid: createDriver(api, namespace, pod, path),
      controller: true,
    },
  ];
  try {
    api.create(CONFIG_MAPS, namespace, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `${ids.podNamePrefix}-conf-map`, ownerReferences },
      data: { 'spark.properties': formatProperties(properties) },
    });
    api.create(SERVICES, namespace, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: `${ids.podNamePrefix}-driver-svc`,
        labels: { [LABEL_SELECTOR]: ids.applicationId },
        ownerReferences,
      },
      spec: driverService(ids.applicationId),
    });
  } catch (error) {
    // As Spark does: without its configuration the driver is of no use.
    api.delete(PODS, namespace, podName, { gracePeriodSeconds: 0 });
    throw asSubmitError(error, path);
  }
}

function driverService(applicationId: string) {
  return {
    type: 'ClusterIP',
    clusterIP: 'None',
    selector: { [LABEL_SELECTOR]: applicationId, [LABEL_ROLE]: 'driver' },
    ports: [
      { name: 'driver-rpc-port', port: 7078, targetPort: 7078 },
      { name: 'blockmanager', port: 7079, targetPort: 7079 },
      { name: 'spark-ui', port: 4040, targetPort: 4040 },
    ],
  };
}

/** Makes the driver pod; returns its uid. */
function createDriver(
  api: SandboxApi,
  namespace: string,
  pod: object,
  path: string,
): string {
  try {
    return api.create(PODS, namespace, pod).metadata.uid;
  } catch (error) {
    throw asSubmitError(error, path);
  }
}

function asSubmitError(error: unknown, path: string): unknown {
  if (!(error instanceof StatusError)) return error;
  return new SubmitError(clientFailure(error, path));
}
