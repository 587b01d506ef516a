import { isGpuKey } from '@millrace/backstage-plugin-data-platform-common';
import { amount } from '../../values/amount';
import { Kept, pick } from '../../values/pick';
import { entriesAt, field, textAt } from '../../values/field';

const CONTAINERS = 10;
const VOLUMES = 40;
const RESOURCES = 10;

/**
 * The part of a pod template that may enter memory: images, sizes, and which claim is mounted where. No environment, no
 * arguments, no names of Secrets.
 */
export function keepPodSpec(spec: unknown): Kept {
  return {
    ...pick(spec, ['serviceAccountName']),
    containers: items(spec, 'containers', CONTAINERS).map(container => ({
      ...pick(container, ['name', 'image']),
      resources: {
        requests: quantities(field(container, 'resources', 'requests')),
        limits: quantities(field(container, 'resources', 'limits')),
      },
      volumeMounts: items(container, 'volumeMounts', VOLUMES).map(mount =>
        pick(mount, ['name', 'mountPath', 'readOnly']),
      ),
    })),
    volumes: items(spec, 'volumes', VOLUMES).flatMap(keepVolume),
  };
}

function keepVolume(volume: unknown): Kept[] {
  const claim = field(volume, 'persistentVolumeClaim');
  const scratch = field(volume, 'emptyDir');
  if (claim === undefined && scratch === undefined) {
    return [];
  }
  return [
    {
      ...pick(volume, ['name']),
      ...(claim !== undefined && {
        persistentVolumeClaim: pick(claim, ['claimName', 'readOnly']),
      }),
      ...(scratch !== undefined && { emptyDir: pick(scratch, ['medium']) }),
    },
  ];
}

/** CPU, memory and GPUs; nothing else is shown. */
function quantities(value: unknown): Kept {
  return Object.fromEntries(
    entriesAt(value)
      .filter(
        ([name, quantity]) =>
          (name === 'cpu' || name === 'memory' || isGpuKey(name)) &&
          amount(quantity) !== undefined,
      )
      .slice(0, RESOURCES),
  );
}

/** The items of a list that are mappings with a name. */
function items(value: unknown, key: string, most: number): readonly unknown[] {
  const found = field(value, key);
  return Array.isArray(found)
    ? found.filter(item => textAt(item, 'name')).slice(0, most)
    : [];
}
