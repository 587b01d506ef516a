import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';
import { ResourceOperation } from '@millrace/backstage-plugin-data-platform-node';
import { Guard } from '../assess/Guard';
import { operationEvidence } from '../operations/generic/operationEvidence';
import { IndexedResource, ResourceIndex } from '../store/types';

/** What can be done with a live object now, whoever asks, and why not. */
export function liveOperations(
  resource: IndexedResource,
  index: Pick<ResourceIndex, 'context' | 'claimUsers'>,
  now: number,
  guard: Guard,
): OperationAvailability[] {
  const { row, definition, object } = resource;
  const operations: readonly ResourceOperation<typeof object>[] =
    definition.operations ?? [];
  if (operations.length === 0) {
    return [];
  }
  const ctx = { now, ...operationEvidence(resource, index) };
  return operations.map(operation => {
    const { id, title, destructive, confirmation } = operation;
    const available = guard.run<true | string>(
      `${definition.kind} availability of ${id}`,
      () => operation.availability(object, ctx),
      () => 'The portal could not find out whether this is possible now.',
    );
    return {
      id,
      title,
      resourceId: row.id,
      available: available === true,
      ...(available !== true && { reason: available }),
      ...(destructive && { destructive }),
      ...(confirmation && { confirmation }),
    };
  });
}
