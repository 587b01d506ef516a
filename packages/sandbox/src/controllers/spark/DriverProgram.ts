import type { KubeObject, SandboxApi } from '../../types';
import { seededRandom } from '../random';
import {
  APACHE_SPARK_APPLICATIONS,
  CONFIG_MAPS,
  SPARK_APPLICATIONS,
} from '../refs';
import { behaviour, type Behaviour } from './behaviour';
import { parseProperties, type Properties } from './properties';
import { DRIVER_CONTAINER } from './sparkLabels';

/** What a driver was started with: its command line and the properties mounted into it. */
export interface DriverProgram {
  properties: Properties;
  mainFile: string;
  behaviour: Behaviour;
}

/** Which attempt of its application a driver is: told by the id of the Apache operator's, and by the status of Kubeflow's. */
function attemptOf(
  api: SandboxApi,
  pod: KubeObject,
  properties: Properties,
): number | undefined {
  const [owner] = pod.metadata.ownerReferences ?? [];
  if (owner?.kind !== 'SparkApplication') return undefined;
  if (owner.apiVersion.startsWith(`${APACHE_SPARK_APPLICATIONS.group}/`)) {
    const id = properties['spark.app.id'] ?? '';
    return Number(id.slice(id.lastIndexOf('-') + 1)) + 1;
  }
  const { namespace } = pod.metadata;
  const app = api.get(SPARK_APPLICATIONS, namespace, owner.name);
  return app?.status?.executionAttempts;
}

/** Reads the program of a driver pod, or nothing if the pod is none that spark-submit made. */
export function readDriverProgram(
  api: SandboxApi,
  pod: KubeObject,
): DriverProgram | undefined {
  const container = (pod.spec?.containers ?? []).find(
    ({ name }: { name: string }) => name === DRIVER_CONTAINER,
  );
  const args: string[] = container?.args ?? [];
  if (args[0] !== 'driver') return undefined;
  const classAt = args.indexOf('--class');
  const mainClass = args[classAt + 1] ?? '';
  const mainFile = args[classAt + 2] ?? '';
  const volume = (pod.spec?.volumes ?? []).find(
    ({ name }: { name: string }) => name === 'spark-conf-volume-driver',
  );
  const configuration = api.get(
    CONFIG_MAPS,
    pod.metadata.namespace,
    volume?.configMap?.name ?? '',
  );
  const properties = parseProperties(
    configuration?.data?.['spark.properties'] ?? '',
  );
  return {
    properties,
    mainFile,
    behaviour: behaviour(
      {
        mainFile,
        mainClass,
        arguments: args.slice(classAt + 3),
        executorMemory: properties['spark.executor.memory'],
        executorCores: Number(properties['spark.executor.cores'] ?? 1) || 1,
        attempt: attemptOf(api, pod, properties),
      },
      seededRandom(pod.metadata.uid),
    ),
  };
}
