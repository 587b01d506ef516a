import {
  driverPodName,
  type SparkApplication,
  type SparkPodSpec,
} from './SparkApplication';
import {
  LABEL_APP_NAME,
  LABEL_LAUNCHED,
  LABEL_MUTATED,
  LABEL_SUBMISSION_ID,
} from './sparkLabels';

/** Spark properties by name. */
export type Properties = Record<string, string>;

/** What spark-submit makes up for one submission. */
export interface SubmissionIds {
  submissionId: string;
  applicationId: string;
  /** Prefix of the executors' names: `<application>-<16 hex digits>`. */
  podNamePrefix: string;
}

function set(properties: Properties, key: string, value: unknown): void {
  if (value !== undefined && value !== null && value !== '') {
    properties[key] = String(value);
  }
}

function setPodProperties(
  properties: Properties,
  role: 'driver' | 'executor',
  spec: SparkPodSpec,
  app: SparkApplication,
  ids: SubmissionIds,
): void {
  const kubernetes = `spark.kubernetes.${role}`;
  set(properties, `spark.${role}.cores`, spec.cores);
  set(properties, `spark.${role}.memory`, spec.memory);
  set(properties, `spark.${role}.memoryOverhead`, spec.memoryOverhead);
  set(properties, `${kubernetes}.request.cores`, spec.coreRequest);
  set(properties, `${kubernetes}.limit.cores`, spec.coreLimit);
  set(
    properties,
    `${kubernetes}.container.image`,
    spec.image ?? app.spec.image,
  );
  set(
    properties,
    `spark.kubernetes.authenticate.${role}.serviceAccountName`,
    spec.serviceAccount,
  );
  const labels = {
    ...app.metadata.labels,
    ...spec.labels,
    [LABEL_APP_NAME]: app.metadata.name,
    [LABEL_LAUNCHED]: 'true',
    [LABEL_MUTATED]: 'true',
    [LABEL_SUBMISSION_ID]: ids.submissionId,
  };
  for (const [key, value] of Object.entries(labels)) {
    set(properties, `${kubernetes}.label.${key}`, value);
  }
  const selector = spec.nodeSelector ?? app.spec.nodeSelector ?? {};
  for (const [key, value] of Object.entries(selector)) {
    set(properties, `${kubernetes}.node.selector.${key}`, value);
  }
}

/** The properties that the operator passes to spark-submit for an application, and those that spark-submit adds. */
export function submissionProperties(
  app: SparkApplication,
  ids: SubmissionIds,
): Properties {
  const { spec, metadata } = app;
  const properties: Properties = { ...spec.sparkConf };
  set(properties, 'spark.app.name', metadata.name);
  set(properties, 'spark.app.id', ids.applicationId);
  set(properties, 'spark.submit.deployMode', 'cluster');
  set(properties, 'spark.kubernetes.namespace', metadata.namespace);
  set(
    properties,
    'spark.kubernetes.memoryOverheadFactor',
    spec.memoryOverheadFactor,
  );
  set(
    properties,
    'spark.kubernetes.container.image.pullPolicy',
    spec.imagePullPolicy,
  );
  set(properties, 'spark.kubernetes.driver.pod.name', driverPodName(app));
  set(properties, 'spark.kubernetes.executor.podNamePrefix', ids.podNamePrefix);
  setPodProperties(properties, 'driver', spec.driver, app, ids);
  setPodProperties(properties, 'executor', spec.executor, app, ids);
  set(properties, 'spark.executor.instances', spec.executor.instances);
  set(
    properties,
    'spark.kubernetes.executor.deleteOnTermination',
    spec.executor.deleteOnTermination,
  );
  const dynamic = spec.dynamicAllocation;
  if (dynamic?.enabled) {
    const prefix = 'spark.dynamicAllocation';
    set(properties, `${prefix}.enabled`, true);
    set(properties, `${prefix}.initialExecutors`, dynamic.initialExecutors);
    set(properties, `${prefix}.minExecutors`, dynamic.minExecutors);
    set(properties, `${prefix}.maxExecutors`, dynamic.maxExecutors);
    set(properties, `${prefix}.shuffleTracking.enabled`, true);
  }
  return properties;
}

/** `spark.properties` as spark-submit mounts it into the driver. */
export function formatProperties(properties: Properties): string {
  return Object.keys(properties)
    .sort()
    .map(key => `${key}=${properties[key].replace(/\n/g, '\\n')}\n`)
    .join('');
}

/** Reads {@link formatProperties} back. */
export function parseProperties(text: string): Properties {
  const properties: Properties = {};
  for (const line of text.split('\n')) {
    const equals = line.indexOf('=');
    if (equals > 0) {
      properties[line.slice(0, equals)] = line
        .slice(equals + 1)
        .replace(/\\n/g, '\n');
    }
  }
  return properties;
}

/** The entries below a prefix, without it: labels, node selectors. */
export function propertiesUnder(
  properties: Properties,
  prefix: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
}
