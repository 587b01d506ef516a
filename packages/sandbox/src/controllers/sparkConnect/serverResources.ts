import type { KubeObject } from '../../types';
import { DRIVER_CONTAINER, LABEL_CREATED } from '../spark/sparkLabels';
import { controllerReference } from '../workloads/ownedPods';
import {
  LABEL_CONNECT_NAME,
  serverLabels,
  type SparkConnect,
} from './SparkConnect';

const PORTS = [
  { name: 'driver-rpc', port: 7078 },
  { name: 'blockmanager', port: 7079 },
  { name: 'web-ui', port: 4040 },
  { name: 'spark-connect-server', port: 15_002 },
];

/** The name of a server's service: that of its template, or `<name>-server`. */
export function serviceName(connect: SparkConnect): string {
  return (
    connect.spec.server.service?.metadata?.name ??
    `${connect.metadata.name}-server`
  );
}

/** The server's service, as the operator makes it. */
export function serverService(connect: SparkConnect): object {
  return {
    metadata: {
      name: serviceName(connect),
      labels: {
        [LABEL_CREATED]: 'true',
        [LABEL_CONNECT_NAME]: connect.metadata.name,
      },
      ownerReferences: [controllerReference(connect)],
    },
    spec: {
      ...connect.spec.server.service?.spec,
      selector: serverLabels(connect),
      ports: PORTS.map(({ name, port }) => ({
        name,
        port,
        targetPort: port,
        protocol: 'TCP',
      })),
    },
  };
}

/**
 * The server's pod: the template with the server's container completed. The operator asks for no CPU or memory: what the
 * template does not say, a LimitRange says. Its restart policy is the pod's default, Always: a
 * server that crashes is started again.
 *
 * @throws Error where no image is stated anywhere: the operator logs it and tries again for ever
 */
export function serverPod(connect: SparkConnect): object {
  const { server, image, sparkVersion } = connect.spec;
  const template = server.template ?? {};
  const containers: KubeObject['spec'][] = template.spec?.containers ?? [];
  const own = Math.max(
    0,
    containers.findIndex(({ name }) => name === DRIVER_CONTAINER),
  );
  const given = containers[own] ?? { name: DRIVER_CONTAINER };
  if (!given.image && !image) throw new Error('image is not specified');
  const container = {
    ...given,
    image: given.image || image,
    command: ['bash', '-c'],
    args: [
      `\${SPARK_HOME}/sbin/start-connect-server.sh --master k8s://https://kubernetes.default.svc --conf spark.app.name=${connect.metadata.name}`,
    ],
    ports: PORTS.map(({ name, port }) => ({
      name: name.slice(0, 15),
      containerPort: port,
    })),
  };
  const { labels = {}, ...metadata } = (template.metadata ?? {}) as {
    labels?: Record<string, string>;
  };
  return {
    metadata: {
      ...metadata,
      name: `${connect.metadata.name}-server`,
      labels: {
        ...labels,
        ...serverLabels(connect),
        'spark-version': sparkVersion,
      },
      ownerReferences: [controllerReference(connect)],
    },
    spec: {
      ...template.spec,
      containers:
        containers.length > 0 ? containers.with(own, container) : [container],
    },
  };
}
