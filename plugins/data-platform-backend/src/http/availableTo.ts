import {
  OperationAvailability,
  resourceOperatePermission,
} from '@millrace/backstage-plugin-data-platform-common';
import { Visible } from '../permissions/platformResourceRef';
import { Viewer } from '../permissions/Viewer';

/** What a viewer can do: what can be done at all, unless the policy says that it is not theirs to do. */
export function availableTo(
  viewer: Viewer,
  target: Visible,
  operations: readonly OperationAvailability[],
): OperationAvailability[] {
  if (viewer.operate.allows(target)) return [...operations];
  const owner = target.ownerRef
    ? `Only its owner ${target.ownerRef} may do this`
    : 'It has no owner who may do this';
  return operations.map(operation => ({
    ...operation,
    available: false,
    reason: `${owner}, or who holds ${resourceOperatePermission.name} for it.`,
  }));
}
