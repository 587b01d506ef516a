import { Config } from '@backstage/config';
import {
  NotebookImage,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import { KUBEFLOW_IMAGES } from './kubeflowImages';
import { NotebookSettings } from './NotebookSettings';
import { readConnectBase } from './readConnectBase';
import { readAffinityGroups, readTolerationGroups } from './readPodGroups';

const KEY = 'dataPlatform.notebooks';
const GROUPS: readonly NotebookImage['group'][] = [
  'jupyter',
  'code-server',
  'rstudio',
];
const IDLE_AFTER_MINUTES = 60;

/**
 * What is configured for notebook servers, with defaults that are those of Kubeflow's own form.
 * @throws Error that names the key
 */
export function readNotebookSettings(root: Config): NotebookSettings {
  const config = root.getOptionalConfig(KEY);
  const images = config?.getOptionalConfigArray('images')?.map(readImage);
  unique(`${KEY}.images`, images ?? []);
  const minutes = config?.getOptionalNumber('idleAfterMinutes');
  if (minutes !== undefined && !(minutes > 0)) {
    throw new Error(
      `${KEY}.idleAfterMinutes must be a number above 0; it is ${minutes}`,
    );
  }
  return {
    images: images ?? KUBEFLOW_IMAGES,
    allowCustomImage: config?.getOptionalBoolean('allowCustomImage') ?? false,
    connectBase: readConnectBase(config, `${KEY}.connectBase`),
    defaults: readDefaults(config?.getOptionalConfig('defaults')),
    tolerationGroups: unique(
      `${KEY}.tolerationGroups`,
      readTolerationGroups(config, `${KEY}.tolerationGroups`),
    ),
    affinityGroups: unique(
      `${KEY}.affinityGroups`,
      readAffinityGroups(config, `${KEY}.affinityGroups`),
    ),
    idleAfterMs: (minutes ?? IDLE_AFTER_MINUTES) * 60_000,
  };
}

function readImage(config: Config, index: number): NotebookImage {
  const key = `${KEY}.images[${index}]`;
  const image = config.getString('image');
  if (!/^[^\s@:/][^\s]*$/.test(image)) {
    throw new Error(
      `${key}.image must be the name of an image, for example registry.example.com/jupyter:1.2; it is "${image}"`,
    );
  }
  const group = config.getOptionalString('group') ?? 'jupyter';
  const known = GROUPS.find(each => each === group);
  if (!known) {
    throw new Error(
      `${key}.group must be one of ${GROUPS.join(', ')}; it is "${group}"`,
    );
  }
  const description = config.getOptionalString('description');
  return {
    id: config.getOptionalString('id') ?? image,
    title: config.getOptionalString('title') ?? image,
    image,
    group: known,
    ...(description && { description }),
  };
}

function readDefaults(
  config: Config | undefined,
): NotebookSettings['defaults'] {
  const quantity = (key: string, fallback: string) => {
    const raw = config?.getOptional<string | number>(key);
    const text = raw === undefined ? fallback : String(raw);
    if ((parseQuantity(text) ?? 0) > 0) return text;
    throw new Error(
      `${KEY}.defaults.${key} must be a quantity above 0, for example ${fallback}; it is "${text}"`,
    );
  };
  const path = config?.getOptionalString('homeMountPath') ?? '/home/jovyan';
  if (!/^\/[^/\s].*$/.test(path)) {
    throw new Error(
      `${KEY}.defaults.homeMountPath must be an absolute path, for example /home/jovyan; it is "${path}"`,
    );
  }
  const limitFactor = config?.getOptionalNumber('limitFactor') ?? 1.2;
  if (limitFactor !== 0 && !(limitFactor >= 1)) {
    throw new Error(
      `${KEY}.defaults.limitFactor must be 1 or more, or 0 for no limits; it is ${limitFactor}`,
    );
  }
  return {
    cpu: quantity('cpu', '0.5'),
    memory: quantity('memory', '1Gi'),
    homeSize: quantity('homeSize', '5Gi'),
    homeMountPath: path,
    limitFactor,
  };
}

/** @throws Error that names the id which is there twice */
function unique<T extends { id: string }>(
  key: string,
  items: readonly T[],
): readonly T[] {
  const seen = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) throw new Error(`${key} has the id "${id}" twice`);
    seen.add(id);
  }
  return items;
}
