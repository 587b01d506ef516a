import type { SandboxApi } from '../../types';
import { hex, seededRandom } from '../random';
import { SPARK_CONNECTS } from '../refs';
import type { Launcher } from '../pods/Process';
import type { DriverProgram } from '../spark/DriverProgram';
import type { Properties } from '../spark/properties';
import { DRIVER_CONTAINER, LABEL_LAUNCHED } from '../spark/sparkLabels';
import { ConnectServer } from './ConnectServer';
import {
  LABEL_CONNECT_NAME,
  ROLE_CONNECT_SERVER,
  type SparkConnect,
} from './SparkConnect';

/** The configuration that the operator passes to the server's start script. */
function serverProperties(
  { spec, metadata }: SparkConnect,
  podUid: string,
): Properties {
  const { executor, dynamicAllocation: dynamic } = spec;
  const label = 'spark.kubernetes.executor.label';
  const given: Record<string, unknown> = {
    ...spec.sparkConf,
    'spark.app.name': metadata.name,
    'spark.app.id': `spark-${hex(seededRandom(podUid), 32)}`,
    'spark.kubernetes.executor.container.image': spec.image,
    'spark.kubernetes.executor.podNamePrefix': metadata.name,
    'spark.executor.instances': executor.instances,
    'spark.executor.cores': executor.cores,
    'spark.executor.memory': executor.memory,
    [`${label}.${LABEL_LAUNCHED}`]: 'true',
    [`${label}.${LABEL_CONNECT_NAME}`]: metadata.name,
    ...Object.fromEntries(
      Object.entries(metadata.labels ?? {}).map(([key, value]) => [
        `${label}.${key}`,
        value,
      ]),
    ),
    ...(dynamic?.enabled
      ? {
          'spark.dynamicAllocation.enabled': true,
          'spark.dynamicAllocation.initialExecutors': dynamic.initialExecutors,
          'spark.dynamicAllocation.minExecutors': dynamic.minExecutors,
          'spark.dynamicAllocation.maxExecutors': dynamic.maxExecutors,
        }
      : {}),
  };
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  );
}

function programOf(
  api: SandboxApi,
  namespace: string | undefined,
  name: string,
  podUid: string,
): DriverProgram | undefined {
  const connect = api.get(SPARK_CONNECTS, namespace, name);
  if (!connect) return undefined;
  return {
    properties: serverProperties(connect as SparkConnect, podUid),
    mainFile: 'spark-internal',
    behaviour: { program: 'job', durationMs: Infinity, exitCode: 0 },
  };
}

/** The container of a Spark Connect server. */
export const connectLauncher: Launcher = host => {
  const { labels, namespace, uid } = host.pod.metadata;
  if (
    host.container !== DRIVER_CONTAINER ||
    labels?.['spark-role'] !== ROLE_CONNECT_SERVER
  ) {
    return undefined;
  }
  const name = labels[LABEL_CONNECT_NAME] ?? '';
  const program = programOf(host.api, namespace, name, uid);
  return program && new ConnectServer(host, program).start();
};
