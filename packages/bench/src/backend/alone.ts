import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mockServices } from '@backstage/backend-test-utils';
import plugin from '@millrace/backstage-plugin-data-platform-backend';
import { ServerAddress } from '../content/backendConfig';
import { probeFromNowOn } from './probe';
import { endWith, serveAlone } from './serveAlone';

/** Of undici, whichever copy of it makes the request. */
const REQUEST_CREATED = 'undici:request:create';

/** The plugin's first request to a cluster: what is measured begins there. */
function whenReadingBegins(begun: () => void): void {
  const first = () => {
    unsubscribe(REQUEST_CREATED, first);
    begun();
  };
  subscribe(REQUEST_CREATED, first);
}

/** The plugin alone: its index, its history in memory, its routes. Clusters as JSON argument. */
const servers: readonly ServerAddress[] = JSON.parse(process.argv[2]);
const clusters = servers.map(({ name, url, token }) => ({
  name,
  url,
  authProvider: 'serviceAccount',
  serviceAccountToken: token,
}));

const clusterLocatorMethods = [{ type: 'config', clusters }];
const data = { kubernetes: { clusterLocatorMethods } };

whenReadingBegins(probeFromNowOn);
serveAlone(plugin, mockServices.rootConfig.factory({ data })).catch(endWith);
