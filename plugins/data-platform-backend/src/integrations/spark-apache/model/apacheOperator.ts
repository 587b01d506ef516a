import { plain } from '../../values/plain';
import { SparkAttempt } from '../../spark/model/sparkAttempt';
import { FailureCause, SparkOperator } from '../../spark/model/sparkOperator';
import { PodSettings } from '../../pods/podSettings';
import { SparkRole } from '../../spark/model/sparkSize';
import { CONF_ACCOUNT, CONF_IMAGE } from '../names';

/** The Apache Spark operator: sizes, image and account are settings of Spark, all else stands in pod templates. */
export const apacheOperator: SparkOperator = {
  settings: {
    driver: podSettings('driver'),
    executor: podSettings('executor'),
    image: CONF_IMAGE,
    pullSecrets: 'spark.kubernetes.container.image.pullSecrets',
    serviceAccount: CONF_ACCOUNT,
    volumes: 'spec.driverSpec.podTemplateSpec',
    mainFile: 'spec.jars` or `spec.pyFiles',
    mainClass: 'spec.mainClass',
    arguments: 'spec.driverArgs',
    batchScheduler: 'spark.kubernetes.scheduler.name',
  },
  recordsExecutors: false,
  namespacesSetting: 'spark.kubernetes.operator.watchedNamespaces',
  unexplained,
};

function podSettings(role: SparkRole): PodSettings {
  const template = `spec.${role}Spec.podTemplateSpec`;
  return {
    noun: role,
    whole: `spark.${role}.memory\` and \`spark.${role}.cores`,
    cpu: `spark.${role}.cores`,
    cpuLimit: `spark.kubernetes.${role}.limit.cores`,
    memory: `spark.${role}.memory`,
    memoryOverhead: `spark.${role}.memoryOverhead`,
    environment: template,
    nodeSelector: `spark.kubernetes.${role}.node.selector.*`,
    affinity: template,
    tolerations: template,
    priorityClass: template,
    securityContext: template,
  };
}

const READ_EVENTS = 'See the events of the driver pod, then run it again.';

/** Failures that the operator words itself. Source: apache/spark-kubernetes-operator Constants.java. */
const KNOWN: readonly (readonly [string, FailureCause])[] = [
  [
    'Driver removed.',
    {
      reason: 'DriverLost',
      message:
        'The driver pod has vanished: somebody deleted it, or its node was lost.',
      nextStep: 'Run it again.',
    },
  ],
  [
    'Driver container is terminated without',
    {
      reason: 'DriverTooShort',
      message:
        'The driver ended with exit code 0 before the operator had seen it run, which the operator counts as a failure.',
      nextStep:
        'See in its log whether it did its work; a program that makes no SparkSession cannot run here.',
    },
  ],
  [
    'Driver has failed init container(s)',
    {
      reason: 'InitContainerFailed',
      message: 'An init container of the driver failed.',
      nextStep: READ_EVENTS,
    },
  ],
  [
    'Driver has one or more critical container(s) restarted',
    {
      reason: 'DriverRestarted',
      message:
        'A container of the driver was restarted, and with it all that the run had computed was lost.',
      nextStep:
        'Set `restartPolicy: Never` in the pod template of the driver, and read the log of the first container.',
    },
  ],
  [
    'Driver has one or more failed critical container(s)',
    {
      reason: 'DriverFailed',
      message:
        'The driver failed, and its pod is gone together with its exit code.',
      nextStep:
        'Set `resourceRetainPolicy: OnFailure` in `spec.applicationTolerations` so that a driver that failed is kept, then run it again.',
    },
  ],
  [
    'Client mode is not supported',
    {
      reason: 'ClientMode',
      message: 'The operator does not run drivers in client mode.',
      nextStep: 'Remove `spec.deploymentMode`.',
    },
  ],
];

function unexplained(attempt: SparkAttempt): FailureCause {
  const said = attempt.errorMessage ?? '';
  const known = KNOWN.find(([begin]) => said.startsWith(begin));
  if (known) {
    return known[1];
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
