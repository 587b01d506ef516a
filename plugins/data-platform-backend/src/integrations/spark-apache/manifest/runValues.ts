import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { isRecord } from '../../values/field';
import { PodValues, RunValues } from '../../spark/runValues';

/** Where the arguments of the application stand in a run. */
export const ARGUMENTS_AT = ['spec', 'driverArgs'] as const;

/** A run with some values of its own; sizes stand in `sparkConf`. The run that is given stays as it is. */
export function withRunValues(
  run: KubernetesManifest,
  values: RunValues,
): KubernetesManifest {
  const spec = isRecord(run.spec) ? structuredClone(run.spec) : {};
  const conf = isRecord(spec.sparkConf) ? { ...spec.sparkConf } : {};
  const { instances, ...size } = values.executor ?? {};
  setSize(conf, 'driver', values.driver);
  setSize(conf, 'executor', size);
  if (values.arguments) spec.driverArgs = [...values.arguments];
  if (instances !== undefined) {
    conf['spark.executor.instances'] = String(instances);
    // A number that a person asks for is meant: with dynamic allocation it would be where it begins.
    if (conf['spark.dynamicAllocation.enabled'] !== undefined) {
      conf['spark.dynamicAllocation.enabled'] = 'false';
    }
    withoutInstanceConfig(spec);
  }
  if (Object.keys(conf).length > 0) spec.sparkConf = conf;
  return { ...run, spec };
}

function setSize(
  conf: Record<string, unknown>,
  role: 'driver' | 'executor',
  { cores, memory, memoryOverhead }: PodValues = {},
): void {
  if (cores !== undefined) {
    conf[`spark.${role}.cores`] = String(cores);
    // They outrank cores, and were chosen for another number of them.
    delete conf[`spark.kubernetes.${role}.request.cores`];
    delete conf[`spark.kubernetes.${role}.limit.cores`];
  }
  if (memory) conf[`spark.${role}.memory`] = memory;
  if (memoryOverhead) conf[`spark.${role}.memoryOverhead`] = memoryOverhead;
}

/** How few and how many executors the operator puts up with was meant for another number. */
function withoutInstanceConfig(spec: Record<string, unknown>): void {
  const { applicationTolerations } = spec;
  if (isRecord(applicationTolerations)) {
    const { instanceConfig: _, ...rest } = applicationTolerations;
    spec.applicationTolerations = rest;
  }
}
