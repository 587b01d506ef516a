import { Source } from '@millrace/backstage-plugin-data-platform-common';
import { ObjectIdentity } from './entityNames';

/**
 * Whether an object that the index does not show is gone for certain: its kind is listed in full and watched, there where it
 * was. What cannot be read, is read anew, or is not served any more proves nothing.
 */
export function certainlyGone(
  { kind, namespace }: ObjectIdentity,
  source: Source | undefined,
): boolean {
  if (source?.state !== 'connected') return false;
  const watched = source.kinds.find(
    each => `${each.kind}.${each.group}` === kind,
  );
  return (
    watched?.state === 'watching' &&
    (watched.namespaces === undefined || watched.namespaces.includes(namespace))
  );
}
