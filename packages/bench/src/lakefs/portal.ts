import { mockServices } from '@backstage/backend-test-utils';
import plugin from '@millrace/backstage-plugin-data-platform-backend';
import lakefs from '@millrace/backstage-plugin-data-platform-backend-module-lakefs';
import { endWith, serveAlone } from '../backend/serveAlone';
import { LakeAddress, SERVER } from './LakeSize';

/** The plugin with its module for lakeFS. The server as JSON argument. */
const { url, ...key }: LakeAddress = JSON.parse(process.argv[2]);
const server = { name: SERVER, endpoint: url, ...key };

const data = { dataPlatform: { lakefs: { servers: [server] } } };

serveAlone(plugin, lakefs, mockServices.rootConfig.factory({ data })).catch(
  endWith,
);
