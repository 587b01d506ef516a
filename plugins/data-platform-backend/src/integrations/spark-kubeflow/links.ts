import { ResourceLink } from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesObject,
  LinkContext,
} from '@millrace/backstage-plugin-data-platform-node';
import { historyServerLink } from '../spark/links/historyServer';
import { safeUrl } from '../values/safeUrl';
import { textAt } from '../values/field';

/** The Spark UI while the driver runs, and the History Server when the job writes an event log. */
export function sparkApplicationLinks(
  object: KubernetesObject,
  ctx: LinkContext,
): readonly ResourceLink[] {
  const { status } = object;
  const ui = safeUrl(textAt(status, 'driverInfo', 'webUIIngressAddress'));
  // The UI is served by the driver and ends with it.
  const alive = textAt(status, 'applicationState', 'state') === 'RUNNING';
  return [
    ...(ui && alive ? [{ title: 'Spark UI', url: ui }] : []),
    ...historyServerLink(object, textAt(status, 'sparkApplicationId'), ctx),
  ];
}
