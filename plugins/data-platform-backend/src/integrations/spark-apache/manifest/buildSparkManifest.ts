import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import {
  DEFAULT_TTL_SECONDS,
  SPARK_SERVICE_ACCOUNT,
  SparkJobForm,
  SparkPodForm,
} from '../../spark/manifest/sparkJobForm';
import { SparkRole } from '../../spark/model/sparkSize';
import { SPARK_APPLICATION } from '../../spark/names';
import {
  APACHE_GROUP,
  APACHE_VERSIONS,
  CONF_ACCOUNT,
  CONF_IMAGE,
  hasLifetime,
} from '../names';
import { mountConfigMaps } from './configMapMounts';

type Conf = Record<string, string>;

/**
 * The definition of a job from its form, for the Apache operator: what the other one has fields for are settings of Spark
 * here. This operator has no schedules.
 * @param version - that the cluster serves
 */
export function buildSparkManifest(
  form: Omit<SparkJobForm, 'schedule'>,
  version: string = APACHE_VERSIONS[0],
): KubernetesManifest {
  const args = form.arguments ?? [];
  const apiVersion = `${APACHE_GROUP}/${version}`;
  return {
    apiVersion,
    kind: SPARK_APPLICATION,
    metadata: {
      name: form.name,
      ...(form.namespace && { namespace: form.namespace }),
      ...(form.labels && { labels: { ...form.labels } }),
      ...(form.annotations && { annotations: { ...form.annotations } }),
    },
    spec: {
      runtimeVersions: { sparkVersion: form.sparkVersion },
      ...(form.mainClass && { mainClass: form.mainClass }),
      [fileField(form.language)]: form.mainApplicationFile,
      ...(args.length > 0 && { driverArgs: [...args] }),
      sparkConf: { ...form.sparkConf, ...buildConf(form) },
      ...mountConfigMaps(form.configMaps ?? []),
      applicationTolerations: buildTolerations(form, hasLifetime(apiVersion)),
    },
  };
}

function fileField(language: SparkJobForm['language']): string {
  switch (language) {
    case 'Python':
      return 'pyFiles';
    case 'R':
      return 'sparkRFiles';
    default:
      return 'jars';
  }
}

function buildConf(form: Omit<SparkJobForm, 'schedule'>): Conf {
  const { dynamic, executor = {}, imagePullSecrets = [] } = form;
  return {
    [CONF_IMAGE]: form.image,
    ...(form.imagePullPolicy && {
      'spark.kubernetes.container.image.pullPolicy': form.imagePullPolicy,
    }),
    ...(imagePullSecrets.length > 0 && {
      'spark.kubernetes.container.image.pullSecrets':
        imagePullSecrets.join(','),
    }),
    [CONF_ACCOUNT]: form.serviceAccount || SPARK_SERVICE_ACCOUNT,
    ...podConf('driver', form.driver ?? {}, form),
    ...podConf('executor', executor, form),
    ...(dynamic
      ? {
          'spark.dynamicAllocation.enabled': 'true',
          // There is no shuffle service on Kubernetes.
          'spark.dynamicAllocation.shuffleTracking.enabled': 'true',
          'spark.dynamicAllocation.initialExecutors': String(
            Math.max(dynamic.initial ?? dynamic.min, dynamic.min),
          ),
          'spark.dynamicAllocation.minExecutors': String(dynamic.min),
          'spark.dynamicAllocation.maxExecutors': String(dynamic.max),
        }
      : { 'spark.executor.instances': String(executor.instances ?? 1) }),
  };
}

function podConf(
  role: SparkRole,
  pod: SparkPodForm,
  { secrets = [], secretEnv = [] }: Omit<SparkJobForm, 'schedule'>,
): Conf {
  return {
    [`spark.${role}.cores`]: String(pod.cores ?? 1),
    [`spark.${role}.memory`]: pod.memory || '1g',
    ...(pod.memoryOverhead && {
      [`spark.${role}.memoryOverhead`]: pod.memoryOverhead,
    }),
    ...(pod.coreRequest && {
      [`spark.kubernetes.${role}.request.cores`]: pod.coreRequest,
    }),
    ...(pod.coreLimit && {
      [`spark.kubernetes.${role}.limit.cores`]: pod.coreLimit,
    }),
    ...Object.fromEntries(
      secrets.map(({ name, path }) => [
        `spark.kubernetes.${role}.secrets.${name}`,
        path || `/etc/secrets/${name}`,
      ]),
    ),
    ...Object.fromEntries(
      secretEnv.map(({ variable, secret, key }) => [
        `spark.kubernetes.${role}.secretKeyRef.${variable}`,
        `${secret}:${key}`,
      ]),
    ),
  };
}

function buildTolerations(
  form: Omit<SparkJobForm, 'schedule'>,
  expiring: boolean,
): Record<string, unknown> {
  const { dynamic, retries = 0 } = form;
  return {
    restartConfig:
      retries > 0
        ? {
            restartPolicy: 'OnFailure',
            maxRestartAttempts: retries,
            restartBackoffMillis: (form.retryIntervalSeconds ?? 30) * 1_000,
          }
        : { restartPolicy: 'Never' },
    // What the job owes is its lower bound, as with the other operator; with 0 this one does not count.
    ...(dynamic && {
      instanceConfig: {
        initExecutors: dynamic.min,
        minExecutors: dynamic.min,
        maxExecutors: dynamic.max,
      },
    }),
    // A driver that failed keeps its log until the run expires.
    resourceRetainPolicy: 'OnFailure',
    ...(expiring && {
      ttlAfterStopMillis: (form.ttlSeconds || DEFAULT_TTL_SECONDS) * 1_000,
    }),
  };
}
