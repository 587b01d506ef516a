import { Config } from '@backstage/config';
import { NotebookSettings, PodGroup } from './NotebookSettings';

/** @throws Error that names the key */
export function readTolerationGroups(
  config: Config | undefined,
  key: string,
): NotebookSettings['tolerationGroups'] {
  return groups(config, 'tolerationGroups', (group, index) => {
    const content = group.getOptional('tolerations');
    if (Array.isArray(content) && content.every(isObject)) {
      return content as Record<string, unknown>[];
    }
    throw new Error(
      `${key}[${index}].tolerations must be a list of tolerations, as in a pod`,
    );
  });
}

/** @throws Error that names the key */
export function readAffinityGroups(
  config: Config | undefined,
  key: string,
): NotebookSettings['affinityGroups'] {
  return groups(config, 'affinityGroups', (group, index) => {
    const content = group.getOptional('affinity');
    if (isObject(content)) return content;
    throw new Error(
      `${key}[${index}].affinity must be an affinity, as in a pod`,
    );
  });
}

function groups<T>(
  config: Config | undefined,
  key: string,
  contentOf: (group: Config, index: number) => T,
): PodGroup<T>[] {
  return (config?.getOptionalConfigArray(key) ?? []).map((group, index) => {
    const id = group.getString('id');
    const description = group.getOptionalString('description');
    return {
      id,
      title: group.getOptionalString('title') ?? id,
      ...(description && { description }),
      content: contentOf(group, index),
    };
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
