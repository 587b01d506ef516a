import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { attemptEvidence } from '../../spark/model/attemptEvidence';
import { executorsOf } from '../../spark/model/executors';
import { countAt, entriesAt, flagAt, textAt, timeAt } from '../../values/field';
import { SparkAttempt } from '../../spark/model/sparkAttempt';
import { belongsToAttempt } from '../related';
import { kubeflowOperator } from './kubeflowOperator';
import { restartPolicy } from './restartPolicy';
import { sparkSize } from './sparkSize';
import { isTerminal } from './sparkState';

/** Reads an attempt. Total: whatever lacks or has the wrong shape is left out. */
export function sparkAttempt(
  object: KubernetesObject,
  ctx: AssessContext,
): SparkAttempt {
  const { status, spec } = object;
  const evidence = attemptEvidence(object, ctx, pod =>
    belongsToAttempt(pod, object),
  );
  const state = textAt(status, 'applicationState', 'state') ?? '';
  const errorMessage = textAt(status, 'applicationState', 'errorMessage');
  const image = textAt(spec, 'image');
  return {
    ...evidence,
    operator: kubeflowOperator,
    state,
    over: isTerminal(state),
    errorMessage,
    recordedEnd: endAsRecorded(errorMessage),
    submissionId: textAt(status, 'submissionID'),
    applicationId: textAt(status, 'sparkApplicationId'),
    executions: countAt(status, 'executionAttempts'),
    submissions: countAt(status, 'submissionAttempts'),
    submittedAt: timeAt(status, 'lastSubmissionAttemptTime'),
    noticedEndAt: timeAt(status, 'terminationTime'),
    suspendAsked: flagAt(spec, 'suspend'),
    executors: executorsOf(entriesAt(status, 'executorState'), evidence.ctx),
    image: {
      driver: textAt(spec, 'driver', 'image') ?? image,
      executor: textAt(spec, 'executor', 'image') ?? image,
    },
    serviceAccount: {
      driver: textAt(spec, 'driver', 'serviceAccount'),
      executor: textAt(spec, 'executor', 'serviceAccount'),
    },
    size: sparkSize(spec),
    restart: restartPolicy(spec),
  };
}

/**
 * The operator's own fixed sentence, `driver container failed with ExitCode: 137, Reason: OOMKilled`: once the pod is gone it
 * is all that is left.
 */
function endAsRecorded(
  errorMessage: string | undefined,
): SparkAttempt['recordedEnd'] {
  const match =
    /^driver container failed with ExitCode: (\d{1,3})(?:, Reason: (\w+))?/.exec(
      errorMessage ?? '',
    );
  return match ? { exitCode: Number(match[1]), reason: match[2] } : undefined;
}
