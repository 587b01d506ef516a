import { IndexedResource, ResourceIndex } from '../../store/types';

/** Whether the containers of a server are ready; its verdict alone says so where pods cannot be read. */
export function isReady(
  { row }: IndexedResource,
  index: Pick<ResourceIndex, 'context'>,
): boolean {
  const pods = index.context(row.id)?.pods ?? [];
  if (pods.length === 0) return row.assessment.health === 'healthy';
  return pods.some(
    ({ containers, deletingSince }) =>
      deletingSince === undefined &&
      containers.length > 0 &&
      containers.every(({ ready }) => ready),
  );
}
