import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { ClusterGpus } from '../../notebooks/options/GpuReader';
import { errorAt } from '../findings';

/**
 * Whether nodes offer the GPUs that a server asks for.
 * @param gpus - undefined where the nodes cannot be read
 */
export function gpuFindings(
  wanted: { key: string; count: number } | undefined,
  gpus: ClusterGpus | undefined,
  fields: { key: string; count: string },
): Finding[] {
  if (!wanted) return [];
  if (!gpus) {
    return [
      {
        level: 'info',
        field: fields.key,
        message:
          'What GPUs the nodes offer could not be read, so this was not checked.',
      },
    ];
  }
  const offer = gpus.offers.find(({ key }) => key === wanted.key);
  if (!offer) {
    const keys = gpus.offers.map(({ key }) => key);
    return [
      errorAt(
        fields.key,
        `No node of the cluster offers ${wanted.key}.`,
        keys.length > 0
          ? `Choose one of ${keys.join(', ')}, or none.`
          : 'The cluster has no GPUs; ask for none.',
      ),
    ];
  }
  const { offered, free, largestFree } = offer;
  if (wanted.count > offered) {
    return [
      errorAt(
        fields.count,
        `The cluster has ${offered} ${wanted.key} in all, and the server asks for ${wanted.count}.`,
        'Ask for fewer.',
      ),
    ];
  }
  if (largestFree === undefined || wanted.count <= largestFree) return [];
  return [
    {
      level: 'warning',
      field: fields.count,
      message: `No node has ${wanted.count} ${
        wanted.key
      } free now (free on all nodes: ${
        free ?? 0
      } of ${offered}, at most ${largestFree} on one): the server will wait for them.`,
      remedy: 'Ask for fewer, or stop servers whose GPUs nobody uses.',
    },
  ];
}
