import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { textAt } from '../../values/field';
import { deletionReason } from '../../verdicts/target';
import { LABEL_QUEUE } from '../names';

/** Whether a run can be stopped, or why not. */
export function stopAvailability(
  object: KubernetesObject,
  ended: boolean,
): true | string {
  return (
    deletionReason(object) ??
    (ended ? 'This run has ended; there is nothing to stop.' : true)
  );
}

/** Whether a run can be run once more, or why not. */
export function rerunAvailability(
  object: KubernetesObject,
  ended: boolean,
): true | string {
  return (
    deletionReason(object) ??
    (ended
      ? true
      : 'This run has not ended; stop it first, or wait for its end.')
  );
}

/** Whether a suspended run can go on, or why not. */
export function resumeAvailability(
  object: KubernetesObject,
  ended: boolean,
  suspended: boolean,
): true | string {
  if (ended) return 'This run has ended; re-run it instead.';
  if (!suspended) return 'It is not suspended.';
  return (
    deletionReason(object) ??
    (textAt(object.metadata, 'labels', LABEL_QUEUE)
      ? 'Its queue decides when it runs.'
      : true)
  );
}
