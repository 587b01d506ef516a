import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';
import { WorkbenchFacts } from '@millrace/backstage-plugin-data-platform-node';
import { availableTo } from '../../http/availableTo';
import { Viewer } from '../../permissions/Viewer';
import { IndexedResource } from '../../store/types';

/** Why the size of a server cannot be changed now, whoever asks. */
export function whyNotResize({
  state,
}: Pick<WorkbenchFacts, 'state'>): string | undefined {
  return state === 'deleting'
    ? 'It is being deleted; its size cannot be changed any more.'
    : undefined;
}

/** Changing the size of a server, as the viewer may. It is an operation of the portal, not of the integration. */
export function resizeOffer(
  viewer: Viewer,
  { row }: IndexedResource,
  facts: WorkbenchFacts,
): OperationAvailability {
  const reason = whyNotResize(facts);
  const [offer] = availableTo(viewer, row, [
    {
      id: 'notebook:resize',
      title: 'Change size',
      resourceId: row.id,
      available: reason === undefined,
      ...(reason && { reason }),
    },
  ]);
  return offer;
}
