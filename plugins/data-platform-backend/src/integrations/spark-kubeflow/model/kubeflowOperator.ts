import { plain } from '../../values/plain';
import { SparkAttempt } from '../../spark/model/sparkAttempt';
import { FailureCause, SparkOperator } from '../../spark/model/sparkOperator';
import { PodSettings } from '../../pods/podSettings';
import { SparkRole } from '../../spark/model/sparkSize';

/** The Kubeflow Spark operator: every setting is a field of `spec`. */
export const kubeflowOperator: SparkOperator = {
  settings: {
    driver: podSettings('driver'),
    executor: podSettings('executor'),
    image: 'spec.image',
    pullSecrets: 'spec.imagePullSecrets',
    serviceAccount: 'spec.driver.serviceAccount',
    volumes: 'spec.volumes',
    mainFile: 'spec.mainApplicationFile',
    mainClass: 'spec.mainClass',
    arguments: 'spec.arguments',
    batchScheduler: 'spec.batchScheduler',
  },
  recordsExecutors: true,
  namespacesSetting: 'spark.jobNamespaces',
  unexplained,
};

function podSettings(role: SparkRole): PodSettings {
  const whole = `spec.${role}`;
  return {
    noun: role,
    whole,
    cpu: `${whole}.cores`,
    cpuLimit: `${whole}.coreLimit`,
    memory: `${whole}.memory`,
    memoryOverhead: `${whole}.memoryOverhead`,
    environment: whole,
    nodeSelector: 'spec.nodeSelector',
    affinity: `${whole}.affinity`,
    tolerations: `${whole}.tolerations`,
    priorityClass: `${whole}.priorityClassName`,
    securityContext: `${whole}.securityContext`,
  };
}

/** Sentences of the operator that stand for a missing pod. Source: internal/controller/sparkapplication/controller.go. */
function unexplained(attempt: SparkAttempt): FailureCause {
  const said = attempt.errorMessage ?? '';
  if (said.startsWith('driver pod not found')) {
    if (attempt.driver && !attempt.driver.deletingSince) {
      return {
        reason: 'DriverLate',
        message:
          'The operator gave up on this run because the driver pod came late, yet that pod is there now.',
        nextStep:
          "Run it again, and ask the platform team to raise the operator's `driverPodCreationGracePeriod`.",
      };
    }
    return {
      reason: 'DriverLost',
      message:
        'The driver pod has vanished: somebody deleted it, or its node was lost.',
      nextStep: 'Run it again.',
    };
  }
  if (said.startsWith('driver container status missing')) {
    return {
      reason: 'DriverLost',
      message: 'The driver pod failed before its container had run.',
      nextStep: 'See the events of the driver pod, then run it again.',
    };
  }
  const clause = plain(said, 200);
  return {
    reason: 'Failed',
    message: clause
      ? `The run failed: ${clause}.`
      : 'The run failed, and nothing on the cluster says why.',
    nextStep: "Read the driver's log, if there is one.",
  };
}
