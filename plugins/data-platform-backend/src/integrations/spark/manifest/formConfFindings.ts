import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { code } from '../../values/plain';

/** Fields of the form for what a setting of Spark would say as well; whichever operator runs the job. */
const FIELDS: Readonly<Record<string, string>> = {
  'spark.driver.cores': 'driver.cores',
  'spark.driver.memory': 'driver.memory',
  'spark.driver.memoryOverhead': 'driver.memoryOverhead',
  'spark.executor.cores': 'executor.cores',
  'spark.executor.memory': 'executor.memory',
  'spark.executor.memoryOverhead': 'executor.memoryOverhead',
  'spark.executor.instances': 'executor.instances',
  'spark.dynamicAllocation.enabled': 'executors',
  'spark.dynamicAllocation.minExecutors': 'dynamic.min',
  'spark.dynamicAllocation.maxExecutors': 'dynamic.max',
  'spark.dynamicAllocation.initialExecutors': 'dynamic.initial',
  'spark.kubernetes.container.image': 'image',
  'spark.kubernetes.container.image.pullPolicy': 'imagePullPolicy',
  'spark.kubernetes.container.image.pullSecrets': 'imagePullSecrets',
};

/** Settings that the operator's side of the platform decides. */
const DECIDED: Readonly<Record<string, string>> = {
  'spark.kubernetes.authenticate.driver.serviceAccountName':
    'Leave it out: runs have the service account of their data domain.',
  'spark.kubernetes.authenticate.executor.serviceAccountName':
    'Leave it out: runs have the service account of their data domain.',
  'spark.kubernetes.namespace':
    'Leave it out: runs live in the namespace of their data domain.',
  'spark.master': 'Leave it out: the operator sets it.',
  'spark.kubernetes.driver.master': 'Leave it out: the operator sets it.',
};

/**
 * Settings in a form that say what another field of it says, or what is not the form's to say. Both operators would let one
 * of the two win in silence, and not the same one.
 */
export function formConfFindings(
  sparkConf: Readonly<Record<string, string>> = {},
): Finding[] {
  const own = (table: object, key: string) =>
    Object.prototype.hasOwnProperty.call(table, key);
  return Object.keys(sparkConf).flatMap(key => {
    const remedy = own(FIELDS, key)
      ? `Use the field ${FIELDS[key]}.`
      : (own(DECIDED, key) && DECIDED[key]) || undefined;
    return remedy
      ? [
          {
            level: 'error' as const,
            field: `sparkConf["${key}"]`,
            message: `The setting ${code(key)} cannot be given here.`,
            remedy,
          },
        ]
      : [];
  });
}
