import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { fact } from '../verdicts/fact';
import { textAt } from '../values/field';
import { deletionReason, targetOf } from '../verdicts/target';
import { LABEL_SPARK_ROLE } from '../spark/names';
import { assessSparkCluster } from './assess/assessSparkCluster';
import { keepSparkCluster } from './keepCluster';
import { workerDemand } from './model/clusterSize';
import { confOf } from './model/sparkSize';
import {
  APACHE_API_VERSION,
  APACHE_GROUP,
  APACHE_VERSIONS,
  CONF_IMAGE,
  SPARK_CLUSTER,
} from './names';
import { clusterTrace } from './operatorTrace';
import { clusterEvidence } from './related';

const PLURAL = 'sparkclusters';

/** A standalone Spark cluster: a master and its workers, as long as the object lives. */
export const sparkCluster: ResourceDefinition = {
  kind: SPARK_CLUSTER,
  match: { group: APACHE_GROUP, versions: APACHE_VERSIONS, plural: PLURAL },
  nature: 'service',
  keep: keepSparkCluster,
  assess: assessSparkCluster,
  facts: clusterFacts,
  related: clusterEvidence,
  operatorTrace: clusterTrace,
  operations: [
    {
      id: 'spark-cluster:delete',
      title: 'Delete',
      destructive: true,
      confirmation:
        'Delete this Spark cluster? Its master and workers end, and with them all that runs on it.',
      availability: object => deletionReason(object) ?? true,
      plan: object => [
        {
          id: 'delete',
          title: `Delete ${SPARK_CLUSTER} ${object.metadata.name}`,
          verb: 'delete',
          target: targetOf(object, {
            apiVersion: APACHE_API_VERSION,
            kind: SPARK_CLUSTER,
            plural: PLURAL,
          }),
        },
      ],
    },
  ],
};

function clusterFacts(
  { spec, metadata }: KubernetesObject,
  ctx: AssessContext,
): readonly Fact[] {
  const demand = workerDemand(spec);
  const running = ctx.pods.filter(
    ({ labels, containers }) =>
      textAt(labels, LABEL_SPARK_ROLE) === 'worker' &&
      containers.some(container => container.running !== undefined),
  ).length;
  const name = textAt(metadata, 'name');
  const namespace = textAt(metadata, 'namespace');
  return [
    ...fact(
      'workers',
      'Workers',
      demand.scales
        ? `${running} (${demand.min} to ${demand.max})`
        : `${running} of ${demand.initial}`,
    ),
    // Source: SparkClusterResourceSpec.buildMasterService.
    ...fact(
      'endpoint',
      'Master',
      name && namespace && `spark://${name}-master-svc.${namespace}:7077`,
    ),
    ...fact('image', 'Image', confOf(spec, CONF_IMAGE)),
    ...fact(
      'sparkVersion',
      'Spark',
      textAt(spec, 'runtimeVersions', 'sparkVersion'),
    ),
  ];
}
