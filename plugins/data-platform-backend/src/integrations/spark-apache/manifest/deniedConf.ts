import { DeniedConf } from '../../spark/manifest/confFindings';

const CREDENTIALS =
  'Leave it out: the pods sign in with their service account.';

/**
 * Keys that make no sense in a definition of a job: the operator overrides them, or they break what tells runs apart.
 * Image and service account belong here, unlike with the Kubeflow operator.
 * Source: apache/spark-kubernetes-operator SparkAppSubmissionWorker.java and SparkAppResourceSpecFactory.java.
 */
export const DENIED_CONF: DeniedConf = {
  'spark.kubernetes.authenticate.oauthToken': CREDENTIALS,
  'spark.kubernetes.authenticate.oauthTokenFile': CREDENTIALS,
  'spark.kubernetes.authenticate.driver.oauthToken': CREDENTIALS,
  'spark.kubernetes.authenticate.driver.oauthTokenFile': CREDENTIALS,
  'spark.kubernetes.authenticate.executor.oauthToken': CREDENTIALS,
  'spark.kubernetes.authenticate.executor.oauthTokenFile': CREDENTIALS,
  'spark.app.id':
    'Leave it out: each attempt needs an id of its own, and the operator makes one.',
  'spark.kubernetes.driver.podTemplateFile':
    'Set `spec.driverSpec.podTemplateSpec` instead.',
  'spark.kubernetes.executor.podTemplateFile':
    'Set `spec.executorSpec.podTemplateSpec` instead.',
};
