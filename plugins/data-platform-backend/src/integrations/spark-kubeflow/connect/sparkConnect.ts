import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
  OperatorTrace,
  ResourceDefinition,
  SparkSession,
} from '@millrace/backstage-plugin-data-platform-node';
import { applicationRef } from '../../spark/applicationRef';
import { executorFacts } from '../../spark/facts/executorFacts';
import { fact } from '../../verdicts/fact';
import { textAt, timeAt } from '../../values/field';
import { LABEL_SPARK_ROLE } from '../../spark/names';
import { deletionReason, targetOf } from '../../verdicts/target';
import { operatorTrace } from '../../verdicts/operatorTrace';
import { SPARK_GROUP } from '../names';
import { assessSparkConnect } from './assessSparkConnect';
import {
  CONNECT_PORT,
  CONNECT_VERSION,
  LABEL_CONNECT_NAME,
  SPARK_CONNECT,
} from './connectNames';
import { connectSession } from './connectSession';
import { keepSparkConnect } from './keepSparkConnect';

const PLURAL = 'sparkconnects';

/** A Spark Connect server: a Spark application that clients send their work to, as long as the object lives. */
export const sparkConnect: ResourceDefinition = {
  kind: SPARK_CONNECT,
  match: { group: SPARK_GROUP, versions: [CONNECT_VERSION], plural: PLURAL },
  nature: 'service',
  keep: keepSparkConnect,
  assess: assessSparkConnect,
  facts: connectFacts,
  related: [
    {
      type: 'pods',
      labelSelector: LABEL_SPARK_ROLE,
      ownerOf: pod => {
        const name = textAt(pod.labels, LABEL_CONNECT_NAME);
        return name ? `${pod.namespace}/${name}` : undefined;
      },
    },
    { type: 'events', fieldSelector: `involvedObject.kind=${SPARK_CONNECT}` },
  ],
  spark: connectSpark,
  operatorTrace: connectTrace,
  operations: [
    {
      id: 'spark-connect:delete',
      title: 'Delete',
      destructive: true,
      confirmation:
        'Delete this Connect server? Its sessions end, with all that they hold in memory.',
      availability: object => deletionReason(object) ?? true,
      plan: object => [
        {
          id: 'delete',
          title: `Delete ${SPARK_CONNECT} ${object.metadata.name}`,
          verb: 'delete',
          target: targetOf(object, {
            apiVersion: `${SPARK_GROUP}/${CONNECT_VERSION}`,
            kind: SPARK_CONNECT,
            plural: PLURAL,
          }),
        },
      ],
    },
  ],
};

function connectFacts(
  object: KubernetesObject,
  ctx: AssessContext,
): readonly Fact[] {
  const { spec } = object;
  const session = connectSession(object, ctx);
  return [
    ...fact('endpoint', 'Endpoint', endpointOf(object)),
    ...executorFacts(session),
    ...fact('image', 'Image', session.image.driver),
    ...fact('sparkVersion', 'Spark', textAt(spec, 'sparkVersion')),
  ];
}

/** The server is a driver that waits for clients: its application ends with its container. */
function connectSpark(
  object: KubernetesObject,
  ctx: AssessContext,
): SparkSession | undefined {
  const session = connectSession(object, ctx);
  const { driver, driverStartedAt } = session;
  return driver && driverStartedAt !== undefined
    ? {
        id: `${driver.uid} ${driverStartedAt}`,
        application: applicationRef(session),
      }
    : undefined;
}

/** What clients connect to. Source: internal/controller/sparkconnect/util.go, GetServerServiceName. */
function endpointOf({
  spec,
  status,
  metadata,
}: KubernetesObject): string | undefined {
  const name = textAt(metadata, 'name');
  const service =
    textAt(status, 'server', 'serviceName') ??
    textAt(spec, 'server', 'serviceName') ??
    (name && `${name}-server`);
  const namespace = textAt(metadata, 'namespace');
  return service && namespace
    ? `sc://${service}.${namespace}:${CONNECT_PORT}`
    : undefined;
}

function connectTrace({ metadata, status }: KubernetesObject): OperatorTrace {
  return operatorTrace({
    createdAt: timeAt(metadata, 'creationTimestamp'),
    deleting: timeAt(metadata, 'deletionTimestamp') !== undefined,
    touched: textAt(status, 'state') !== undefined,
    written: [timeAt(status, 'lastUpdateTime')],
  });
}
