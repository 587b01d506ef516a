import { SparkOperator } from '../../spark/model/sparkOperator';
import { kubeflowOperator } from '../model/kubeflowOperator';

const SERVER_TEMPLATE = 'spec.server.template';
const EXECUTOR_TEMPLATE = 'spec.executor.template';

/** The same operator, where it runs Connect servers: their pods come from templates. */
export const connectOperator: SparkOperator = {
  ...kubeflowOperator,
  settings: {
    ...kubeflowOperator.settings,
    pullSecrets: SERVER_TEMPLATE,
    serviceAccount: SERVER_TEMPLATE,
    volumes: SERVER_TEMPLATE,
    driver: {
      noun: 'server',
      whole: 'spec.server',
      cpu: 'spec.server.cores',
      cpuLimit: SERVER_TEMPLATE,
      memory: 'spec.server.memory',
      memoryOverhead: 'spark.driver.memoryOverhead',
      environment: SERVER_TEMPLATE,
      nodeSelector: SERVER_TEMPLATE,
      affinity: SERVER_TEMPLATE,
      tolerations: SERVER_TEMPLATE,
      priorityClass: SERVER_TEMPLATE,
      securityContext: SERVER_TEMPLATE,
    },
    executor: {
      noun: 'executor',
      whole: 'spec.executor',
      cpu: 'spec.executor.cores',
      cpuLimit: 'spark.kubernetes.executor.limit.cores',
      memory: 'spec.executor.memory',
      memoryOverhead: 'spark.executor.memoryOverhead',
      environment: EXECUTOR_TEMPLATE,
      nodeSelector: EXECUTOR_TEMPLATE,
      affinity: EXECUTOR_TEMPLATE,
      tolerations: EXECUTOR_TEMPLATE,
      priorityClass: EXECUTOR_TEMPLATE,
      securityContext: EXECUTOR_TEMPLATE,
    },
  },
  recordsExecutors: false,
};
