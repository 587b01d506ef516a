import { DeniedConf } from '../../spark/manifest/confFindings';

const ACCOUNT = 'Set `spec.driver.serviceAccount` instead.';
const CREDENTIALS = 'Leave it out: the operator manages these credentials.';
const MANAGED = 'Leave it out: the operator sets it.';

/**
 * Keys that the operator's webhook refuses since 2.5.2, with what to do instead.
 * Source: kubeflow/spark-operator internal/webhook/sparkconf_validator.go.
 */
export const DENIED_SPARK_CONF: DeniedConf = {
  'spark.kubernetes.authenticate.driver.serviceAccountName': ACCOUNT,
  'spark.kubernetes.authenticate.executor.serviceAccountName':
    'Set `spec.executor.serviceAccount` instead.',
  'spark.kubernetes.authenticate.oauthToken': CREDENTIALS,
  'spark.kubernetes.authenticate.oauthTokenFile': CREDENTIALS,
  'spark.kubernetes.authenticate.driver.oauthToken': CREDENTIALS,
  'spark.kubernetes.authenticate.driver.oauthTokenFile': CREDENTIALS,
  'spark.kubernetes.authenticate.executor.oauthToken': CREDENTIALS,
  'spark.kubernetes.authenticate.executor.oauthTokenFile': CREDENTIALS,
  'spark.master': MANAGED,
  'spark.kubernetes.driver.master': MANAGED,
  'spark.kubernetes.container.image': 'Set `spec.image` instead.',
  'spark.kubernetes.driver.container.image': 'Set `spec.driver.image` instead.',
  'spark.kubernetes.executor.container.image':
    'Set `spec.executor.image` instead.',
};
