import { amount } from '../../values/amount';
import { countAt, field, textAt } from '../../values/field';
import {
  ExecutorDemand,
  executorDemand,
  PodSize,
  podSize,
  SparkRole,
  SparkSize,
} from '../../spark/model/sparkSize';
import { languageOf } from './language';

/** Size of a job, from `spec` of a SparkApplication: this operator has no fields for it, all stands in `sparkConf`. Total. */
export function sparkSize(spec: unknown): SparkSize {
  return {
    driver: sizeOf(spec, 'driver'),
    executor: sizeOf(spec, 'executor'),
    demand: demandOf(spec),
  };
}

/** Numbers of executors that the operator's verdict goes by; 0: it does not count them. */
export interface Threshold {
  init: number;
  min: number;
  max: number;
}

/** Source: apache/spark-kubernetes-operator ExecutorInstanceConfig.java. */
export function thresholdOf(spec: unknown): Threshold {
  const count = (key: string) =>
    countAt(spec, 'applicationTolerations', 'instanceConfig', key) ?? 0;
  return {
    init: count('initExecutors'),
    min: count('minExecutors'),
    max: count('maxExecutors'),
  };
}

/** A setting of `sparkConf` as text. */
export function confOf(spec: unknown, key: string): string | undefined {
  return textAt(field(spec, 'sparkConf'), key);
}

function sizeOf(spec: unknown, role: SparkRole): PodSize {
  const conf = (key: string) => confOf(spec, `spark.${key}`);
  const language = languageOf(spec);
  return podSize({
    cpu:
      amount(conf(`kubernetes.${role}.request.cores`)) ??
      (wholeNumber(conf(`${role}.cores`)) || 1),
    cpuLimit: amount(conf(`kubernetes.${role}.limit.cores`)),
    memoryText: conf(`${role}.memory`),
    overheadText: conf(`${role}.memoryOverhead`),
    overheadFactor:
      Number(conf(`${role}.memoryOverheadFactor`)) ||
      Number(conf('kubernetes.memoryOverheadFactor')),
    outsideJvm: language === 'Python' || language === 'R',
  });
}

function demandOf(spec: unknown): ExecutorDemand {
  const count = (key: string) => wholeNumber(confOf(spec, `spark.${key}`));
  const dynamic = confOf(spec, 'spark.dynamicAllocation.enabled') === 'true';
  const demand = executorDemand({
    dynamic,
    instances: count('executor.instances'),
    initial: count('dynamicAllocation.initialExecutors'),
    min: count('dynamicAllocation.minExecutors'),
    max: count('dynamicAllocation.maxExecutors'),
  });
  const { min } = thresholdOf(spec);
  // Fewer than it asks for are tolerated by the definition itself.
  return !dynamic && min > 0 && min < demand.initial
    ? { ...demand, min }
    : demand;
}

function wholeNumber(text: string | undefined): number | undefined {
  const value = text === undefined ? NaN : Number(text);
  return Number.isInteger(value) && value >= 0 ? value : undefined;
}
