import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { textAt, textsAt } from '../values/field';
import { code } from '../values/plain';
import { Verdict } from './verdict';

/** Without a finalizer a deletion is over at once. */
const STUCK_MS = 300_000;

/** An object that is on its way out. */
export function judgeDeletion(
  object: KubernetesObject,
  deletingSince: number,
  now: number,
): Verdict {
  const finalizers = textsAt(object.metadata, 'finalizers');
  const stuck = now - deletingSince > STUCK_MS;
  const holder =
    finalizers.length > 0 ? ` finalizer ${code(finalizers[0])}` : ' something';
  return {
    health: stuck ? 'degraded' : 'progressing',
    reason: stuck ? 'DeletionStuck' : 'Deleting',
    message: stuck
      ? `It was to be deleted, but${holder} holds it.`
      : 'It is being deleted.',
    ...(stuck && {
      nextStep: 'Ask the platform team to see what holds the object.',
    }),
    since: deletingSince,
    sameCause: ['Deleting', 'DeletionStuck'],
    evidence: [
      {
        kind: 'object',
        subject: `${textAt(object, 'kind') ?? 'object'} ${
          textAt(object.metadata, 'name') ?? ''
        }`,
        message:
          finalizers.length > 0
            ? `finalizers: ${finalizers.join(', ')}`
            : 'deletionTimestamp is set',
      },
    ],
  };
}
