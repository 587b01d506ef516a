import { PodAmounts } from '../../pods/podAmounts';
import { parseJavaMemory } from './javaMemory';

const MIB = 2 ** 20;
/** Source: apache/spark, spark.kubernetes.memoryOverheadFactor; Python and R need more beside the heap. */
const OVERHEAD_FACTOR_JVM = 0.1;
const OVERHEAD_FACTOR_OTHER = 0.4;
const OVERHEAD_MIN = 384 * MIB;
/** Source: apache/spark, spark.driver.memory and spark.executor.memory. */
const DEFAULT_MEMORY = '1g';
/** Source: apache/spark, spark.executor.instances on Kubernetes. */
const DEFAULT_INSTANCES = 2;

export type SparkRole = 'driver' | 'executor';

/** What one driver or executor asks for. */
export interface PodSize extends PodAmounts {
  /** Memory of the JVM as written, or the default. */
  memoryText: string;
  /** Memory beside the JVM's as written. */
  overheadText?: string;
  overheadFactor: number;
}

/** How many executors a job wants. */
export interface ExecutorDemand {
  dynamic: boolean;
  /** Fixed number, or where dynamic allocation begins. */
  initial: number;
  /** Fewer than these are too few; for a fixed number it is that number, unless the definition tolerates less. */
  min: number;
  /** Undefined: without an upper bound. */
  max?: number;
}

export interface SparkSize {
  driver: PodSize;
  executor: PodSize;
  demand: ExecutorDemand;
}

/** What a definition says of one driver or executor. */
export interface PodAsk {
  cpu: number;
  cpuLimit?: number;
  memoryText?: string;
  overheadText?: string;
  /** Undefined: as Spark does for the language. */
  overheadFactor?: number;
  /** Python or R. */
  outsideJvm: boolean;
}

/** The size of a pod as Spark computes it. Source: apache/spark BasicDriverFeatureStep, BasicExecutorFeatureStep. */
export function podSize(ask: PodAsk): PodSize {
  const memoryText = ask.memoryText ?? DEFAULT_MEMORY;
  const heap = parseJavaMemory(memoryText) ?? parseJavaMemory(DEFAULT_MEMORY)!;
  const overheadFactor =
    ask.overheadFactor ||
    (ask.outsideJvm ? OVERHEAD_FACTOR_OTHER : OVERHEAD_FACTOR_JVM);
  const overhead =
    parseJavaMemory(ask.overheadText) ??
    Math.max(Math.floor(heap * overheadFactor), OVERHEAD_MIN);
  return {
    cpu: ask.cpu,
    cpuLimit: ask.cpuLimit,
    memory: heap + overhead,
    memoryText,
    overheadText: ask.overheadText,
    overheadFactor,
  };
}

/** What a definition says of the number of executors. */
export interface DemandAsk {
  dynamic: boolean;
  instances?: number;
  initial?: number;
  min?: number;
  max?: number;
}

/** Source: kubeflow/spark-operator GetInitialExecutorNumber, and apache/spark Utils.getDynamicAllocationInitialExecutors. */
export function executorDemand(ask: DemandAsk): ExecutorDemand {
  if (!ask.dynamic) {
    const fixed = ask.instances ?? DEFAULT_INSTANCES;
    return { dynamic: false, initial: fixed, min: fixed, max: fixed };
  }
  const min = Math.max(0, ask.min ?? 0);
  return {
    dynamic: true,
    min,
    max: ask.max,
    initial: Math.max(ask.instances ?? 0, ask.initial ?? 0, min),
  };
}
