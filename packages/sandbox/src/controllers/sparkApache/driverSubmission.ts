import type { Properties, SubmissionIds } from '../spark/properties';
import type { SparkApplication as SubmittedApplication } from '../spark/SparkApplication';
import { driverPod, type DriverPod } from '../spark/sparkPods';
import { LABEL_APP, LABEL_OPERATOR, OPERATOR_NAME } from './labels';
import {
  sparkAppId,
  tolerationsOf,
  type SparkApplication,
} from './SparkApplication';

const KUBERNETES = 'spark.kubernetes';

/** What the operator sets where the application does not (SparkAppSubmissionWorker.java, 1.0.0). */
function defaults(app: SparkApplication): Properties {
  const conf = app.spec.sparkConf ?? {};
  const dynamic = conf['spark.dynamicAllocation.enabled'] === 'true';
  const { restartPolicy } = tolerationsOf(app).restartConfig;
  return {
    'spark.authenticate': 'true',
    'spark.io.encryption.enabled': 'true',
    ...(!dynamic && restartPolicy === 'Never'
      ? { [`${KUBERNETES}.executor.deleteOnTermination`]: 'false' }
      : {}),
  };
}

function podProperties(
  app: SparkApplication,
  role: 'driver' | 'executor',
): Properties {
  const template = app.spec[`${role}Spec`]?.podTemplateSpec;
  const { sparkVersion } = app.spec.runtimeVersions;
  const conf = app.spec.sparkConf ?? {};
  const image =
    conf[`${KUBERNETES}.${role}.container.image`] ??
    conf[`${KUBERNETES}.container.image`];
  const labels = {
    ...template?.metadata?.labels,
    [LABEL_OPERATOR]: OPERATOR_NAME,
    [LABEL_APP]: app.metadata.name,
  };
  const under = (prefix: string, values: Record<string, string> = {}) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        `${KUBERNETES}.${role}.${prefix}.${key}`,
        value,
      ]),
    );
  return {
    ...under('label', labels),
    ...under('node.selector', template?.spec?.nodeSelector),
    ...(image
      ? {
          [`${KUBERNETES}.${role}.container.image`]: image.replaceAll(
            '{{SPARK_VERSION}}',
            sparkVersion,
          ),
        }
      : {}),
  };
}

/** The properties of one attempt of an application. */
export function attemptProperties(app: SparkApplication): Properties {
  const id = sparkAppId(app);
  return {
    ...defaults(app),
    ...app.spec.sparkConf,
    ...podProperties(app, 'driver'),
    ...podProperties(app, 'executor'),
    'spark.app.id': id,
    'spark.app.name':
      app.spec.sparkConf?.['spark.app.name'] ?? app.metadata.name,
    [`${KUBERNETES}.namespace`]: app.metadata.namespace ?? '',
    [`${KUBERNETES}.driver.pod.name`]: `${id}-driver`,
    [`${KUBERNETES}.executor.podNamePrefix`]: id,
  };
}

/** What runs, as spark-submit is told it: a jar, a Python file (alone or first of several) or an R file. */
function program(
  app: SparkApplication,
): Pick<
  SubmittedApplication['spec'],
  'type' | 'mainClass' | 'mainApplicationFile'
> {
  const { jars, pyFiles, sparkRFiles, mainClass } = app.spec;
  if (jars) {
    return { type: 'Scala', mainClass, mainApplicationFile: jars };
  }
  if (pyFiles) {
    return { type: 'Python', mainApplicationFile: pyFiles.split(',', 1)[0] };
  }
  return sparkRFiles
    ? { type: 'R', mainApplicationFile: sparkRFiles }
    : { type: 'Scala', mainClass };
}

/** The driver's pod of the current attempt, with what Spark is to be told. */
export function driverSubmission(app: SparkApplication): {
  pod: DriverPod;
  properties: Properties;
  ids: SubmissionIds;
} {
  const properties = attemptProperties(app);
  const id = sparkAppId(app);
  const ids: SubmissionIds = {
    submissionId: id,
    applicationId: id,
    podNamePrefix: id,
  };
  const submitted: SubmittedApplication = {
    ...app,
    status: undefined,
    spec: {
      ...program(app),
      sparkVersion: app.spec.runtimeVersions.sparkVersion,
      arguments: app.spec.driverArgs,
      driver: {
        serviceAccount:
          properties[`${KUBERNETES}.authenticate.driver.serviceAccountName`],
      },
      executor: {},
    },
  };
  const pod = driverPod(submitted, properties, ids);
  const gates = app.spec.driverSpec?.podTemplateSpec?.spec?.readinessGates;
  if (gates) pod.spec.readinessGates = gates;
  return { pod, properties, ids };
}
