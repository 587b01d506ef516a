/** Labels that spark-submit, Spark and the operator put on pods. */
export const LABEL_ROLE = 'spark-role';
export const LABEL_SELECTOR = 'spark-app-selector';
export const LABEL_EXECUTOR_ID = 'spark-exec-id';
export const LABEL_APP_NAME = 'sparkoperator.k8s.io/app-name';
export const LABEL_SUBMISSION_ID = 'sparkoperator.k8s.io/submission-id';
export const LABEL_LAUNCHED = 'sparkoperator.k8s.io/launched-by-spark-operator';
export const LABEL_MUTATED = 'sparkoperator.k8s.io/mutated-by-spark-operator';
export const LABEL_CREATED = 'sparkoperator.k8s.io/created-by-spark-operator';
export const LABEL_SCHEDULED_APP_NAME =
  'sparkoperator.k8s.io/scheduled-app-name';

export const DRIVER_CONTAINER = 'spark-kubernetes-driver';
export const EXECUTOR_CONTAINER = 'spark-kubernetes-executor';
