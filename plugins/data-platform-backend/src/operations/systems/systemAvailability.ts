import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';
import { ResourceSystem } from '@millrace/backstage-plugin-data-platform-node';
import { Guard } from '../../assess/Guard';
import { IndexedResource } from '../../store/types';

/** What systems let people do with a live object of theirs now, whoever asks, and why not. */
export function systemAvailability(
  systems: readonly ResourceSystem[],
  resource: IndexedResource,
  guard: Guard,
): OperationAvailability[] {
  const system = systems.find(({ sources }) =>
    sources.some(({ name }) => name === resource.row.source),
  );
  const operations = (system?.operations ?? []).filter(
    ({ actsOn: [offered] }) => offered === resource.row.kind,
  );
  return operations.map(operation => {
    const { id, title, destructive, confirmation } = operation;
    const available = guard.run<true | string>(
      `availability of ${id}`,
      () => operation.availability?.(resource) ?? true,
      () => 'The portal could not find out whether this is possible now.',
    );
    return {
      id,
      title,
      resourceId: resource.row.id,
      available: available === true,
      ...(available !== true && { reason: available }),
      ...(destructive && { destructive }),
      ...(confirmation && { confirmation }),
    };
  });
}
