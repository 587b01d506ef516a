import { join } from 'node:path';
import { Scale } from '../Scale';
import { peopleNames, TEAMS } from './Layout';

/** How the backend reaches one API server. */
export interface ServerAddress {
  name: string;
  url: string;
  token: string;
}

export interface BackendConfigInput {
  scale: Scale;
  port: number;
  dataDir: string;
  catalogFile: string;
  servers: readonly ServerAddress[];
  /** Where the token of the bootstrap identity stands. */
  bootstrapTokenFile: string;
}

/**
 * Merged over app-config.yaml: the demo portal with these clusters, these people and the kubernetes plugin, which is
 * set up in its own favour: no look-up of metrics, which would be two more requests a namespace.
 */
export function backendConfig(input: BackendConfigInput): object {
  const { scale, port, dataDir, catalogFile, servers } = input;
  const { bootstrapTokenFile: tokenFile } = input;
  const baseUrl = `http://localhost:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      cors: { origin: [baseUrl] },
      database: {
        client: 'better-sqlite3',
        connection: { directory: join(dataDir, 'db') },
      },
      workingDirectory: dataDir,
      packages: { include: ['@backstage/plugin-kubernetes-backend'] },
    },
    dataPlatform: {
      kubernetes: {
        clusters: Object.fromEntries(
          servers.map(({ name }) => [name, { bootstrap: { tokenFile } }]),
        ),
      },
    },
    millrace: {
      creators: TEAMS.map(team => `group:default/team-${team}`),
      people: peopleNames(scale).map(name => ({
        name,
        title: name,
        description: 'Reads.',
      })),
    },
    catalog: {
      locations: [
        {
          type: 'file',
          target: catalogFile,
          rules: [
            { allow: ['User', 'Group', 'Domain', 'System', 'Component'] },
          ],
        },
      ],
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      customResources: [
        {
          group: 'sparkoperator.k8s.io',
          apiVersion: 'v1beta2',
          plural: 'sparkapplications',
        },
      ],
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: servers.map(({ name, url, token }) => ({
            name,
            url,
            authProvider: 'serviceAccount',
            serviceAccountToken: token,
            skipMetricsLookup: true,
          })),
        },
      ],
    },
  };
}
