import { countAt, field, flagAt, numberAt, textAt } from './field';
import { parseJavaMemory } from './javaMemory';
import { parseQuantity } from './quantity';

const MIB = 2 ** 20;
/** Source: apache/spark, spark.kubernetes.memoryOverheadFactor; Python and R need more beside the heap. */
const OVERHEAD_FACTOR_JVM = 0.1;
const OVERHEAD_FACTOR_OTHER = 0.4;
const OVERHEAD_MIN = 384 * MIB;
const DEFAULT_MEMORY = '1g';
const DEFAULT_INSTANCES = 2;

export type SparkRole = 'driver' | 'executor';

/** What one driver or executor asks for. CPU in cores, memory in bytes. */
export interface PodSize {
  cpu: number;
  /** Set only where a limit is asked for. */
  cpuLimit?: number;
  memory: number;
  /** `spec.executor.memory` as written, or the default. */
  memoryText: string;
  /** `spec.executor.memoryOverhead` as written. */
  overheadText?: string;
  overheadFactor: number;
}

/** How many executors a job wants. */
export interface ExecutorDemand {
  dynamic: boolean;
  /** Fixed number, or where dynamic allocation begins. */
  initial: number;
  min: number;
  /** Undefined: without an upper bound. */
  max?: number;
}

export interface SparkSize {
  driver: PodSize;
  executor: PodSize;
  demand: ExecutorDemand;
}

/** Size of a job, from `spec` of a SparkApplication or `spec.template` of a schedule. Total. */
export function sparkSize(spec: unknown): SparkSize {
  return {
    driver: podSize(spec, 'driver'),
    executor: podSize(spec, 'executor'),
    demand: executorDemand(spec),
  };
}

function podSize(spec: unknown, role: SparkRole): PodSize {
  const cores = countAt(spec, role, 'cores') || 1;
  const memoryText = textAt(spec, role, 'memory') ?? DEFAULT_MEMORY;
  const heap = parseJavaMemory(memoryText) ?? parseJavaMemory(DEFAULT_MEMORY)!;
  const overheadText =
    textAt(spec, role, 'memoryOverhead') ??
    textAt(spec, 'sparkConf', `spark.${role}.memoryOverhead`);
  const overheadFactor =
    Number(textAt(spec, 'memoryOverheadFactor')) || defaultFactor(spec);
  const overhead =
    parseJavaMemory(overheadText) ??
    Math.max(Math.floor(heap * overheadFactor), OVERHEAD_MIN);
  return {
    cpu: parseQuantity(textAt(spec, role, 'coreRequest')) ?? cores,
    cpuLimit: parseQuantity(textAt(spec, role, 'coreLimit')),
    memory: heap + overhead,
    memoryText,
    overheadText,
    overheadFactor,
  };
}

function defaultFactor(spec: unknown): number {
  const language = textAt(spec, 'type');
  return language === 'Python' || language === 'R'
    ? OVERHEAD_FACTOR_OTHER
    : OVERHEAD_FACTOR_JVM;
}

/** Source: kubeflow/spark-operator pkg/util/sparkapplication.go, GetInitialExecutorNumber. */
function executorDemand(spec: unknown): ExecutorDemand {
  const conf = (key: string) => field(spec, 'sparkConf', `spark.${key}`);
  const confCount = (key: string) => {
    const value = Number(conf(key) ?? NaN);
    return Number.isInteger(value) && value >= 0 ? value : undefined;
  };
  const instances =
    countAt(spec, 'executor', 'instances') ?? confCount('executor.instances');
  const dynamic =
    flagAt(spec, 'dynamicAllocation', 'enabled') ||
    conf('dynamicAllocation.enabled') === 'true';
  if (!dynamic) {
    const fixed = instances ?? DEFAULT_INSTANCES;
    return { dynamic, initial: fixed, min: fixed, max: fixed };
  }
  const bound = (key: string) =>
    numberAt(spec, 'dynamicAllocation', key) ??
    confCount(`dynamicAllocation.${key}`);
  const min = Math.max(0, bound('minExecutors') ?? 0);
  return {
    dynamic,
    min,
    max: bound('maxExecutors'),
    initial: Math.max(instances ?? 0, bound('initialExecutors') ?? 0, min),
  };
}
