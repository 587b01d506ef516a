import type { KubeObject } from '../../types';
import type { Properties, SubmissionIds } from './properties';
import { propertiesUnder } from './properties';
import type { SparkApplication } from './SparkApplication';
import {
  DRIVER_CONTAINER,
  EXECUTOR_CONTAINER,
  LABEL_EXECUTOR_ID,
  LABEL_ROLE,
  LABEL_SELECTOR,
} from './sparkLabels';
import { podMemory } from './sparkMemory';

const JVM_OVERHEAD = 0.1;
const PYTHON_OVERHEAD = 0.4;

function resources(
  properties: Properties,
  role: 'driver' | 'executor',
  defaultFactor: number,
) {
  const factor = Number(
    properties[`spark.${role}.memoryOverheadFactor`] ??
      properties['spark.kubernetes.memoryOverheadFactor'] ??
      defaultFactor,
  );
  const memory = `${podMemory(
    properties[`spark.${role}.memory`],
    properties[`spark.${role}.memoryOverhead`],
    Number.isFinite(factor) ? factor : defaultFactor,
  )}Mi`;
  const limit = properties[`spark.kubernetes.${role}.limit.cores`];
  return {
    requests: {
      cpu:
        properties[`spark.kubernetes.${role}.request.cores`] ??
        properties[`spark.${role}.cores`] ??
        '1',
      memory,
    },
    limits: { memory, ...(limit ? { cpu: limit } : {}) },
  };
}

const overheadOf = (mainFile: string) =>
  /\.(?:py|R|r)$/.test(mainFile) ? PYTHON_OVERHEAD : JVM_OVERHEAD;

const sparkLabels = (properties: Properties, version: string) => ({
  'spark-app-name': properties['spark.app.name'],
  [LABEL_SELECTOR]: properties['spark.app.id'],
  'spark-version': version,
});

/** A driver's pod before the API server has it. */
export type DriverPod = Omit<KubeObject, 'metadata'> & { metadata: object };

/** The driver pod as spark-submit makes it and the operator's webhook completes it (owner reference, scheduling, security). */
export function driverPod(
  app: SparkApplication,
  properties: Properties,
  ids: SubmissionIds,
): DriverPod {
  const { spec, metadata } = app;
  const mainFile = spec.mainApplicationFile ?? 'spark-internal';
  const mainClass =
    spec.mainClass ??
    (spec.type === 'R'
      ? 'org.apache.spark.deploy.RRunner'
      : 'org.apache.spark.deploy.PythonRunner');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: properties['spark.kubernetes.driver.pod.name'],
      labels: {
        ...propertiesUnder(properties, 'spark.kubernetes.driver.label.'),
        ...sparkLabels(properties, spec.sparkVersion),
        [LABEL_ROLE]: 'driver',
      },
      ...(spec.driver.annotations
        ? { annotations: spec.driver.annotations }
        : {}),
      ownerReferences: [
        {
          apiVersion: app.apiVersion,
          kind: app.kind,
          name: metadata.name,
          uid: metadata.uid,
          controller: true,
        },
      ],
    },
    spec: {
      containers: [
        {
          name: DRIVER_CONTAINER,
          image: properties['spark.kubernetes.driver.container.image'] ?? '',
          imagePullPolicy:
            properties['spark.kubernetes.container.image.pullPolicy'] ??
            'IfNotPresent',
          args: [
            'driver',
            '--properties-file',
            '/opt/spark/conf/spark.properties',
            '--class',
            mainClass,
            mainFile,
            ...(spec.arguments ?? []),
          ],
          env: [
            { name: 'SPARK_USER', value: 'spark' },
            { name: 'SPARK_APPLICATION_ID', value: ids.applicationId },
            { name: 'SPARK_CONF_DIR', value: '/opt/spark/conf' },
            ...(spec.driver.env ?? []),
          ],
          ports: [
            { name: 'driver-rpc-port', containerPort: 7078, protocol: 'TCP' },
            { name: 'blockmanager', containerPort: 7079, protocol: 'TCP' },
            { name: 'spark-ui', containerPort: 4040, protocol: 'TCP' },
          ],
          resources: resources(properties, 'driver', overheadOf(mainFile)),
          ...(spec.driver.securityContext
            ? { securityContext: spec.driver.securityContext }
            : {}),
          volumeMounts: [
            { name: 'spark-conf-volume-driver', mountPath: '/opt/spark/conf' },
          ],
        },
      ],
      volumes: [
        {
          name: 'spark-conf-volume-driver',
          configMap: { name: `${ids.podNamePrefix}-conf-map` },
        },
      ],
      serviceAccountName: spec.driver.serviceAccount ?? 'default',
      nodeSelector: propertiesUnder(
        properties,
        'spark.kubernetes.driver.node.selector.',
      ),
      ...(spec.imagePullSecrets
        ? { imagePullSecrets: spec.imagePullSecrets.map(name => ({ name })) }
        : {}),
      ...(spec.driver.tolerations
        ? { tolerations: spec.driver.tolerations }
        : {}),
      restartPolicy: 'Never',
      terminationGracePeriodSeconds:
        spec.driver.terminationGracePeriodSeconds ?? 30,
    },
  };
}

/** An executor pod as the driver makes it; the driver pod owns it. */
export function executorPod(
  driver: KubeObject,
  properties: Properties,
  id: number,
  mainFile: string,
): Omit<KubeObject, 'metadata'> & { metadata: object } {
  const prefix = properties['spark.kubernetes.executor.podNamePrefix'];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${prefix}-exec-${id}`,
      labels: {
        ...propertiesUnder(properties, 'spark.kubernetes.executor.label.'),
        ...sparkLabels(
          properties,
          driver.metadata.labels?.['spark-version'] ?? '',
        ),
        [LABEL_EXECUTOR_ID]: String(id),
        'spark-exec-resourceprofile-id': '0',
        [LABEL_ROLE]: 'executor',
      },
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'Pod',
          name: driver.metadata.name,
          uid: driver.metadata.uid,
          controller: true,
        },
      ],
    },
    spec: {
      containers: [
        {
          name: EXECUTOR_CONTAINER,
          image: properties['spark.kubernetes.executor.container.image'] ?? '',
          imagePullPolicy:
            properties['spark.kubernetes.container.image.pullPolicy'] ??
            'IfNotPresent',
          args: ['executor'],
          env: [
            { name: 'SPARK_EXECUTOR_ID', value: String(id) },
            {
              name: 'SPARK_EXECUTOR_CORES',
              value: properties['spark.executor.cores'] ?? '1',
            },
            {
              name: 'SPARK_EXECUTOR_MEMORY',
              value: properties['spark.executor.memory'] ?? '1g',
            },
            {
              name: 'SPARK_APPLICATION_ID',
              value: properties['spark.app.id'],
            },
          ],
          resources: resources(properties, 'executor', overheadOf(mainFile)),
        },
      ],
      serviceAccountName:
        properties[
          'spark.kubernetes.authenticate.executor.serviceAccountName'
        ] ??
        driver.spec?.serviceAccountName ??
        'default',
      nodeSelector: propertiesUnder(
        properties,
        'spark.kubernetes.executor.node.selector.',
      ),
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: 30,
    },
  };
}
