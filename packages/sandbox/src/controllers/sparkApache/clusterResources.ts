import type { ResourceRef } from '../../types';
import { SERVICES, STATEFUL_SETS } from '../refs';
import { controllerReference } from '../workloads/ownedPods';
import { LABEL_CLUSTER, LABEL_OPERATOR, OPERATOR_NAME } from './labels';
import type { SparkCluster } from './SparkCluster';

type Role = 'master' | 'worker';

const PORTS: Record<Role, { name: string; port: number }[]> = {
  master: [
    { name: 'web', port: 8080 },
    { name: 'spark', port: 7077 },
    { name: 'rest', port: 6066 },
  ],
  worker: [{ name: 'web', port: 8081 }],
};

function labelsOf(cluster: SparkCluster, role: Role) {
  return {
    [LABEL_OPERATOR]: OPERATOR_NAME,
    [LABEL_CLUSTER]: cluster.metadata.name,
    'spark-role': role,
    'spark-version': cluster.spec.runtimeVersions.sparkVersion,
  };
}

function service(cluster: SparkCluster, role: Role) {
  return {
    metadata: {
      name: `${cluster.metadata.name}-${role}-svc`,
      labels: labelsOf(cluster, role),
      ownerReferences: [controllerReference(cluster)],
    },
    spec: {
      clusterIP: 'None',
      selector: {
        [LABEL_CLUSTER]: cluster.metadata.name,
        'spark-role': role,
      },
      ports: PORTS[role].map(port => ({ ...port, targetPort: port.port })),
    },
  };
}

function statefulSet(cluster: SparkCluster, role: Role) {
  const { sparkConf = {}, clusterTolerations, runtimeVersions } = cluster.spec;
  const { name } = cluster.metadata;
  const labels = labelsOf(cluster, role);
  const image =
    sparkConf['spark.kubernetes.container.image'] ??
    `apache/spark:${runtimeVersions.sparkVersion}`;
  return {
    metadata: {
      name: `${name}-${role}`,
      labels,
      ownerReferences: [controllerReference(cluster)],
    },
    spec: {
      podManagementPolicy: 'Parallel',
      replicas:
        role === 'master' ? 1 : clusterTolerations.instanceConfig.initWorkers,
      serviceName: `${name}-${role}-svc`,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: role,
              image: image.replaceAll(
                '{{SPARK_VERSION}}',
                runtimeVersions.sparkVersion,
              ),
              command: ['bash'],
              args: ['-c', `/opt/spark/sbin/start-${role}.sh`],
              ports: PORTS[role].map(({ name: portName, port }) => ({
                name: portName,
                containerPort: port,
              })),
            },
          ],
        },
      },
    },
  };
}

/** What a cluster is made of, in the order in which the operator makes it (ClusterInitStep.java, 1.0.0). */
export function clusterResources(
  cluster: SparkCluster,
): { ref: ResourceRef; object: { metadata: { name: string } } }[] {
  const roles: Role[] = ['master', 'worker'];
  return [
    ...roles.map(role => ({ ref: SERVICES, object: service(cluster, role) })),
    ...roles.map(role => ({
      ref: STATEFUL_SETS,
      object: statefulSet(cluster, role),
    })),
  ];
}
