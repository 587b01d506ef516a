import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { SCHEDULED_SPARK_APPLICATION, SPARK_API_VERSION } from '../names';
import {
  DEFAULT_TTL_SECONDS,
  SPARK_SERVICE_ACCOUNT,
  SparkJobForm,
  SparkPodForm,
} from '../../spark/manifest/sparkJobForm';
import { SPARK_APPLICATION } from '../../spark/names';

/** The definition of a job from its form: a SparkApplication, or a ScheduledSparkApplication where a schedule is given. */
export function buildSparkManifest(form: SparkJobForm): KubernetesManifest {
  const metadata = {
    name: form.name,
    ...(form.namespace && { namespace: form.namespace }),
    ...(form.labels && { labels: { ...form.labels } }),
    ...(form.annotations && { annotations: { ...form.annotations } }),
  };
  const spec = buildSpec(form);
  if (!form.schedule) {
    return {
      apiVersion: SPARK_API_VERSION,
      kind: SPARK_APPLICATION,
      metadata,
      spec,
    };
  }
  const { cron, timeZone, concurrencyPolicy } = form.schedule;
  return {
    apiVersion: SPARK_API_VERSION,
    kind: SCHEDULED_SPARK_APPLICATION,
    metadata,
    spec: {
      schedule: cron,
      timeZone: timeZone || 'UTC',
      // Without it the operator starts no second run while an earlier one is on the cluster.
      concurrencyPolicy: concurrencyPolicy || 'Forbid',
      successfulRunHistoryLimit: 3,
      failedRunHistoryLimit: 3,
      template: spec,
    },
  };
}

function buildSpec(form: SparkJobForm): Record<string, unknown> {
  const { executor = {}, dynamic } = form;
  const pullSecrets = form.imagePullSecrets ?? [];
  const args = form.arguments ?? [];
  return {
    type: form.language,
    mode: 'cluster',
    sparkVersion: form.sparkVersion,
    image: form.image,
    ...(form.imagePullPolicy && { imagePullPolicy: form.imagePullPolicy }),
    ...(pullSecrets.length > 0 && { imagePullSecrets: [...pullSecrets] }),
    mainApplicationFile: form.mainApplicationFile,
    ...(form.mainClass && { mainClass: form.mainClass }),
    ...(args.length > 0 && { arguments: [...args] }),
    ...(form.sparkConf &&
      Object.keys(form.sparkConf).length > 0 && {
        sparkConf: { ...form.sparkConf },
      }),
    ...(dynamic && {
      dynamicAllocation: {
        enabled: true,
        initialExecutors: Math.max(dynamic.initial ?? dynamic.min, dynamic.min),
        minExecutors: dynamic.min,
        maxExecutors: dynamic.max,
      },
    }),
    restartPolicy: buildRestartPolicy(form),
    timeToLiveSeconds: form.ttlSeconds || DEFAULT_TTL_SECONDS,
    driver: {
      ...buildPod(form.driver ?? {}, form),
      serviceAccount: form.serviceAccount || SPARK_SERVICE_ACCOUNT,
    },
    executor: {
      ...buildPod(executor, form),
      ...(!dynamic && { instances: executor.instances ?? 1 }),
    },
  };
}

function buildRestartPolicy(form: SparkJobForm): Record<string, unknown> {
  const retries = form.retries ?? 0;
  if (retries <= 0) {
    return { type: 'Never' };
  }
  const interval = form.retryIntervalSeconds ?? 30;
  return {
    type: 'OnFailure',
    onFailureRetries: retries,
    onFailureRetryInterval: interval,
    onSubmissionFailureRetries: retries,
    onSubmissionFailureRetryInterval: interval,
  };
}

function buildPod(
  pod: SparkPodForm,
  form: SparkJobForm,
): Record<string, unknown> {
  const { secrets = [], secretEnv = [], configMaps = [] } = form;
  return {
    cores: pod.cores ?? 1,
    memory: pod.memory || '1g',
    ...(pod.memoryOverhead && { memoryOverhead: pod.memoryOverhead }),
    ...(pod.coreRequest && { coreRequest: pod.coreRequest }),
    ...(pod.coreLimit && { coreLimit: pod.coreLimit }),
    ...(secrets.length > 0 && {
      secrets: secrets.map(({ name, path }) => ({
        name,
        path: path || `/etc/secrets/${name}`,
        secretType: 'Generic',
      })),
    }),
    ...(secretEnv.length > 0 && {
      // Not `env`: that needs the operator's webhook, this is a setting of Spark itself.
      envSecretKeyRefs: Object.fromEntries(
        secretEnv.map(({ variable, secret, key }) => [
          variable,
          { name: secret, key },
        ]),
      ),
    }),
    ...(configMaps.length > 0 && {
      configMaps: configMaps.map(({ name, path }) => ({
        name,
        path: path || `/etc/config/${name}`,
      })),
    }),
  };
}
