import { SparkRole } from '../../spark/model/sparkSize';
import { DRIVER_CONTAINER, EXECUTOR_CONTAINER } from '../../spark/names';

/** A ConfigMap of the namespace, and where it is mounted. */
export interface MountedConfigMap {
  name: string;
  path?: string;
}

/** Spark has no setting that mounts a ConfigMap, so pod templates of driver and executors do. Empty where there is none. */
export function mountConfigMaps(
  configMaps: readonly MountedConfigMap[],
): Record<string, unknown> {
  if (configMaps.length === 0) {
    return {};
  }
  return {
    driverSpec: { podTemplateSpec: template('driver', configMaps) },
    executorSpec: { podTemplateSpec: template('executor', configMaps) },
  };
}

function template(role: SparkRole, configMaps: readonly MountedConfigMap[]) {
  const container = role === 'driver' ? DRIVER_CONTAINER : EXECUTOR_CONTAINER;
  const volume = (index: number) => `config-${index}`;
  return {
    spec: {
      containers: [
        {
          name: container,
          volumeMounts: configMaps.map(({ name, path }, index) => ({
            name: volume(index),
            mountPath: path || `/etc/config/${name}`,
            readOnly: true,
          })),
        },
      ],
      volumes: configMaps.map(({ name }, index) => ({
        name: volume(index),
        configMap: { name },
      })),
    },
  };
}
