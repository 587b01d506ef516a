import { parseManifest } from '@millrace/backstage-plugin-data-platform-common';

/** Size of a pod of the application, as text of a form; empty where the definition leaves it to Spark. */
export interface PodSize {
  cores: string;
  memory: string;
  memoryOverhead: string;
}

/** What of a definition a single run may change. */
export interface RunValues {
  arguments: string[];
  driver: PodSize;
  executor: PodSize & { instances: string };
  /** The number of executors is left to dynamic allocation. */
  dynamic: boolean;
}

type Plain = Record<string, unknown>;

/**
 * Reads what a run may change from a definition: a SparkApplication of either operator, or a schedule of one. What
 * cannot be read is empty.
 * @see spark-operator api/v1beta2 SparkApplicationSpec; spark-kubernetes-operator docs/spark_custom_resources.md
 */
export function runValuesOf(definition: string | undefined): RunValues {
  const parsed = parseManifest(definition ?? '');
  const manifest = parsed.ok ? parsed.value : {};
  const spec = plain(manifest.spec);
  const template = plain(spec.template);
  const app = 'schedule' in spec && 'template' in spec ? template : spec;
  const conf = plain(app.sparkConf);
  const dynamic =
    plain(app.dynamicAllocation).enabled === true ||
    conf['spark.dynamicAllocation.enabled'] === 'true';
  const driver = plain(app.driver);
  const executor = plain(app.executor);
  const instanceConfig = plain(
    plain(app.applicationTolerations).instanceConfig,
  );
  return {
    arguments: list(app.arguments ?? app.driverArgs),
    driver: sizeOf(driver, conf, 'driver'),
    executor: {
      ...sizeOf(executor, conf, 'executor'),
      instances: text(
        executor.instances ??
          conf['spark.executor.instances'] ??
          instanceConfig.initExecutors,
      ),
    },
    dynamic,
  };
}

function sizeOf(pod: Plain, conf: Plain, role: string): PodSize {
  const of = (key: keyof PodSize) =>
    text(pod[key] ?? conf[`spark.${role}.${key}`]);
  return {
    cores: of('cores'),
    memory: of('memory'),
    memoryOverhead: of('memoryOverhead'),
  };
}

function plain(value: unknown): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Plain)
    : {};
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}
