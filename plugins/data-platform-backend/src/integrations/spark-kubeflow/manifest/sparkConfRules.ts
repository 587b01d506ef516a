import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { entriesAt } from '../model/field';
import { code } from '../model/plain';

const ACCOUNT = 'Set `spec.driver.serviceAccount` instead.';
const CREDENTIALS = 'Leave it out: the operator manages these credentials.';
const MANAGED = 'Leave it out: the operator sets it.';

/**
 * Keys that the operator's webhook refuses since 2.5.2, with what to do instead.
 * Source: kubeflow/spark-operator internal/webhook/sparkconf_validator.go.
 */
export const DENIED_SPARK_CONF: Readonly<Record<string, string>> = {
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

/** Findings on `sparkConf`, which must be a mapping of text to text. */
export function sparkConfFindings(
  spec: unknown,
  path: string,
  namespace: string | undefined,
): Finding[] {
  const findings: Finding[] = [];
  for (const [key, value] of entriesAt(spec, 'sparkConf')) {
    const field = `${path}.sparkConf["${key.slice(0, 120)}"]`;
    const remedy = Object.prototype.hasOwnProperty.call(DENIED_SPARK_CONF, key)
      ? DENIED_SPARK_CONF[key]
      : undefined;
    if (remedy) {
      findings.push({
        level: 'error',
        field,
        message: `The operator refuses the setting ${code(key)}.`,
        remedy,
      });
    } else if (typeof value !== 'string') {
      findings.push({
        level: 'error',
        field,
        message: `The value of ${code(key)} must be text.`,
        remedy: 'Put it in quotes.',
      });
    } else if (
      key === 'spark.kubernetes.namespace' &&
      namespace !== undefined &&
      value !== namespace
    ) {
      findings.push({
        level: 'error',
        field,
        message: `The setting ${code(
          key,
        )} must equal the namespace of the job, ${code(namespace)}.`,
        remedy: 'Leave it out.',
      });
    }
  }
  return findings;
}
