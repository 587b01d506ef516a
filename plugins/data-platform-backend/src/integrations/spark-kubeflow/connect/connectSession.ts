import {
  AssessContext,
  KubernetesObject,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { attemptEvidence } from '../../spark/model/attemptEvidence';
import { executorsOf } from '../../spark/model/executors';
import { textAt, timeAt } from '../../values/field';
import { containerOf } from '../../spark/model/podEnd';
import { SparkAttempt } from '../../spark/model/sparkAttempt';
import { LABEL_SPARK_ROLE } from '../../spark/names';
import { sparkSize } from '../model/sparkSize';
import { ROLE_SERVER } from './connectNames';
import { connectOperator } from './connectOperator';

/**
 * A Connect server with its executors, read as an attempt that does not end: the server is its driver, so that what is known
 * of executors holds for it as well.
 */
export function connectSession(
  object: KubernetesObject,
  ctx: AssessContext,
): SparkAttempt {
  const { spec, status } = object;
  const evidence = attemptEvidence(object, ctx, () => true);
  const server = evidence.ctx.pods.filter(isServer).at(-1);
  const container = containerOf(server, 'driver');
  const image = textAt(spec, 'image');
  const account = textAt(spec, 'server', 'serviceAccountName');
  return {
    ...evidence,
    operator: connectOperator,
    driver: server,
    driverStartedAt: container?.running?.startedAt,
    driverEnd: container?.terminated,
    state: textAt(status, 'state') ?? '',
    over: false,
    submittedAt: timeAt(status, 'startTime'),
    suspendAsked: false,
    executors: executorsOf([], evidence.ctx),
    image: { driver: image, executor: image },
    serviceAccount: { driver: account, executor: account },
    size: sparkSize(spec),
    restart: { always: false, maxExecutions: 1, maxSubmissions: 1 },
  };
}

function isServer({ labels, deletingSince }: PodEvidence): boolean {
  return (
    textAt(labels, LABEL_SPARK_ROLE) === ROLE_SERVER &&
    deletingSince === undefined
  );
}
