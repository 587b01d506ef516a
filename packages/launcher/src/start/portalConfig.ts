import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { ROOT } from '../paths';

/** How the sandbox is reached; what its process tells. */
export interface SandboxAddress {
  url: string;
  /** Where its notebook servers are opened. */
  connectUrl: string;
  /** Certificate of the server, base64 of PEM. */
  caData: string;
  portalToken: string;
  bootstrapToken: string;
  lakeFs: LakeFsAddress;
}

/** How the sandbox's lakeFS is reached. */
export interface LakeFsAddress {
  url: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** What its actions send to the portal's webhook. */
  webhookSecret: string;
}

export interface PortalConfigInput {
  port: number;
  dataDir: string;
  /** The embedded cluster, or … */
  sandbox?: SandboxAddress;
  /** … real ones. */
  kubeconfig?: KubeconfigChoice;
}

/** A kubeconfig file and the contexts that are wanted of it; all when there are none. */
export interface KubeconfigChoice {
  path: string;
  contexts: readonly string[];
}

function location(target: string, allow: readonly string[]) {
  return { type: 'file', target: join(ROOT, target), rules: [{ allow }] };
}

/**
 * One entry a context, since each makes domains as itself: on a first look the kubeconfig's user is portal and bootstrap in one.
 * A file that names no context is passed on as it is; the portal's page says what is wrong with it.
 */
function kubeconfigEntries({ path, contexts }: KubeconfigChoice): object[] {
  const names = contexts.length > 0 ? contexts : contextsOf(path);
  return names.length === 0
    ? [{ path }]
    : names.map(name => ({ path, contexts: [name], bootstrapContext: name }));
}

function contextsOf(path: string): readonly string[] {
  try {
    const { contexts } = parse(readFileSync(path, 'utf8'));
    return contexts.map((context: { name: string }) => context.name);
  } catch {
    return [];
  }
}

/** The sandbox's lakeFS, with the repositories of the demo allotted to their domain. */
function lakeFsServer(address: LakeFsAddress): object {
  const { url, ...secrets } = address;
  return {
    name: 'lakefs',
    title: 'lakeFS sandbox',
    endpoint: url,
    sandbox: true,
    ...secrets,
    // A name within the sandbox: its pods only play at working, and reach nothing.
    spark: {
      endpoint: 'https://lakefs.sandbox',
      credentials: { secretName: 'lakefs-spark' },
    },
    approvals: 'protected',
    domains: [{ domain: 'domain:default/sales', repositories: ['sales-*'] }],
  };
}

/** Configuration that depends on this machine and this start; merged over app-config.yaml. */
export function portalConfig(input: PortalConfigInput): object {
  const baseUrl = `http://localhost:${input.port}`;
  const { sandbox, kubeconfig } = input;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port: input.port },
      cors: { origin: [baseUrl, `http://127.0.0.1:${input.port}`] },
      database: {
        client: 'better-sqlite3',
        connection: { directory: join(input.dataDir, 'db') },
      },
      workingDirectory: join(input.dataDir, 'work'),
    },
    catalog: {
      locations: [
        location('examples/demo/org.yaml', ['User', 'Group']),
        location('examples/templates/all.yaml', ['Location', 'Template']),
        location('catalog-info.yaml', ['Component', 'System', 'Location']),
        ...(sandbox
          ? [
              location('examples/demo/catalog.yaml', [
                'Domain',
                'System',
                'Component',
                'API',
                'Resource',
              ]),
            ]
          : []),
      ],
    },
    ...(sandbox && {
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'sandbox',
                title: 'Sandbox',
                url: sandbox.url,
                authProvider: 'serviceAccount',
                serviceAccountToken: sandbox.portalToken,
                caData: sandbox.caData,
              },
            ],
          },
        ],
      },
    }),
    dataPlatform: {
      kubernetes: {
        ...(kubeconfig && { kubeconfigs: kubeconfigEntries(kubeconfig) }),
        ...(sandbox && {
          clusters: {
            sandbox: {
              title: 'Sandbox',
              sandbox: true,
              bootstrap: { token: sandbox.bootstrapToken },
            },
          },
        }),
      },
      ...(sandbox && {
        notebooks: { connectBase: { sandbox: sandbox.connectUrl } },
        spark: {
          historyServers: [
            { service: 'spark-operator/spark-history-server:18080' },
          ],
        },
        lakefs: { servers: [lakeFsServer(sandbox.lakeFs)] },
      }),
    },
  };
}

/** Writes the configuration where only its owner may read it: it holds credentials. */
export function writePortalConfig(file: string, config: object): void {
  writeFileSync(file, stringify(config), { mode: 0o600 });
}
