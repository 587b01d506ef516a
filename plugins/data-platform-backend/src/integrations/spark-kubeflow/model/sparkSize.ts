import { countAt, field, flagAt, numberAt, textAt } from '../../values/field';
import { amount } from '../../values/amount';
import {
  ExecutorDemand,
  executorDemand,
  PodSize,
  podSize,
  SparkRole,
  SparkSize,
} from '../../spark/model/sparkSize';

/** Size of a job, from `spec` of a SparkApplication or `spec.template` of a schedule. Total. */
export function sparkSize(spec: unknown): SparkSize {
  return {
    driver: sizeOf(spec, 'driver'),
    executor: sizeOf(spec, 'executor'),
    demand: demandOf(spec),
  };
}

function sizeOf(spec: unknown, role: SparkRole): PodSize {
  const language = textAt(spec, 'type');
  return podSize({
    cpu:
      amount(textAt(spec, role, 'coreRequest')) ??
      (countAt(spec, role, 'cores') || 1),
    cpuLimit: amount(textAt(spec, role, 'coreLimit')),
    memoryText: textAt(spec, role, 'memory'),
    overheadText:
      textAt(spec, role, 'memoryOverhead') ??
      textAt(spec, 'sparkConf', `spark.${role}.memoryOverhead`),
    overheadFactor: Number(textAt(spec, 'memoryOverheadFactor')),
    outsideJvm: language === 'Python' || language === 'R',
  });
}

function demandOf(spec: unknown): ExecutorDemand {
  const conf = (key: string) => field(spec, 'sparkConf', `spark.${key}`);
  const confCount = (key: string) => {
    const value = Number(conf(key) ?? NaN);
    return Number.isInteger(value) && value >= 0 ? value : undefined;
  };
  const bound = (key: string) =>
    numberAt(spec, 'dynamicAllocation', key) ??
    confCount(`dynamicAllocation.${key}`);
  return executorDemand({
    dynamic:
      flagAt(spec, 'dynamicAllocation', 'enabled') ||
      conf('dynamicAllocation.enabled') === 'true',
    instances:
      countAt(spec, 'executor', 'instances') ?? confCount('executor.instances'),
    initial: bound('initialExecutors'),
    min: bound('minExecutors'),
    max: bound('maxExecutors'),
  });
}
