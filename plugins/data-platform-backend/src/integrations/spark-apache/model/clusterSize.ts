import { countAt } from '../../values/field';

/** How many workers a cluster has. */
export interface WorkerDemand {
  /** What the operator asks for first. */
  initial: number;
  /** Fewer are too few. */
  min: number;
  /** More are never made; only with an autoscaler above `min`. */
  max: number;
  /** An autoscaler changes their number. */
  scales: boolean;
}

/** Source: apache/spark-kubernetes-operator SparkClusterResourceSpec.java: an autoscaler is made when max is above min. */
export function workerDemand(spec: unknown): WorkerDemand {
  const count = (key: string) =>
    countAt(spec, 'clusterTolerations', 'instanceConfig', key) ?? 0;
  const initial = count('initWorkers');
  const max = count('maxWorkers');
  const scales = max > count('minWorkers');
  return {
    initial,
    min: scales ? count('minWorkers') : initial,
    max: scales ? max : initial,
    scales,
  };
}
