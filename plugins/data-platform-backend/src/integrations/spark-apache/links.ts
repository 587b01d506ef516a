import { ResourceLink } from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesObject,
  LinkContext,
} from '@millrace/backstage-plugin-data-platform-node';
import { historyServerLink } from '../spark/links/historyServer';
import { safeUrl } from '../values/safeUrl';
import { field, textAt } from '../values/field';
import { isStopping, isTerminated } from './model/applicationState';
import { attemptOf } from './model/attemptIdentity';
import { currentState } from './model/stateHistory';

/** The Spark UI while the driver runs and the definition gives it an ingress, and the History Server when it writes an event log. */
export function sparkApplicationLinks(
  object: KubernetesObject,
  ctx: LinkContext,
): readonly ResourceLink[] {
  const state = currentState(object.status)?.state;
  const { appId } = attemptOf(object);
  // The UI is served by the driver and ends with it.
  const alive = state && !isStopping(state) && !isTerminated(state);
  const ui = alive ? safeUrl(ingressOf(object.spec)) : undefined;
  return [
    ...(ui ? [{ title: 'Spark UI', url: ui }] : []),
    ...historyServerLink(object, state && appId, ctx),
  ];
}

/** Address of the first ingress of the driver. */
function ingressOf(spec: unknown): string | undefined {
  const list = field(spec, 'driverServiceIngressList');
  const ingress = field(
    Array.isArray(list) ? list[0] : undefined,
    'ingressSpec',
  );
  const rules = field(ingress, 'rules');
  const host = textAt(Array.isArray(rules) ? rules[0] : undefined, 'host');
  const scheme = field(ingress, 'tls') === undefined ? 'http' : 'https';
  return host && !host.startsWith('*') ? `${scheme}://${host}/` : undefined;
}
