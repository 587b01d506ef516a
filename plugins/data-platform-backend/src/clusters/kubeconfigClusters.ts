import type { KubeConfig } from '@kubernetes/client-node';
import { Clock } from './Clock';
import { ClusterTable } from './ClusterTable';
import { TlsMaterial } from './Credentials';
import { HttpClusterConnection } from './HttpClusterConnection';
import { KubeconfigCredentials } from './KubeconfigCredentials';
import { ClusterOptions, KubeconfigEntry } from './kubernetesConfig';
import {
  ImportClient,
  KubeconfigError,
  loadKubeconfig,
} from './loadKubeconfig';
import { optionsOf } from './optionsOf';

interface ReadContext {
  options: Record<string, ClusterOptions>;
  table: ClusterTable;
  clock: Clock;
  client: ImportClient;
}

/** The contexts of one kubeconfig as clusters, named like the contexts. A file that cannot be used is a source that says so. */
export async function kubeconfigClusters(
  entry: KubeconfigEntry,
  read: ReadContext,
): Promise<void> {
  const { table } = read;
  let config: KubeConfig;
  try {
    config = await loadKubeconfig(entry.path, read.client);
  } catch (error) {
    const message =
      error instanceof KubeconfigError
        ? error.message
        : `The kubeconfig ${entry.path} cannot be used: check that it is valid.`;
    for (const name of entry.contexts ?? [entry.path]) {
      table.refuse({ name, state: 'unreachable', message });
    }
    return;
  }
  const names =
    entry.contexts ?? config.getContexts().map(context => context.name);
  for (const name of names) {
    addContext(config, name, entry, read);
  }
  if (names.length === 0) {
    table.refuse({
      name: entry.path,
      state: 'unsupported',
      message: `The kubeconfig ${entry.path} holds no contexts: add one with kubectl config set-context.`,
    });
  }
}

function addContext(
  config: KubeConfig,
  name: string,
  entry: KubeconfigEntry,
  read: ReadContext,
): void {
  const { table, clock } = read;
  const options = read.options[name];
  const problem = contextProblem(config, name, entry);
  const context = config.getContextObject(name);
  const server = context && config.getCluster(context.cluster)?.server;
  if (problem || !server) {
    table.refuse({
      name,
      title: options?.title,
      state: 'unsupported',
      message:
        problem ?? `Context ${name} of ${entry.path} names no known cluster.`,
    });
    return;
  }
  const credentials = contextCredentials(name, entry.path, name, read);
  const tls = async (): Promise<TlsMaterial> => {
    const { ca, servername, rejectUnauthorized } =
      (await credentials.resolve({ fresh: false })).tls ?? {};
    return { ca, servername, rejectUnauthorized };
  };
  const bootstrap = bootstrapContext(config, name, entry);
  table.connect(
    new HttpClusterConnection({
      name,
      url: server,
      clock,
      credentials,
      bootstrap:
        bootstrap === undefined
          ? undefined
          : contextCredentials(name, entry.path, bootstrap, read),
      ...optionsOf(name, options, tls),
    }),
    entry.path,
  );
}

function contextCredentials(
  cluster: string,
  file: string,
  context: string,
  { clock, client }: ReadContext,
): KubeconfigCredentials {
  const load = async () => {
    const config = await loadKubeconfig(file, client);
    config.setCurrentContext(context);
    if (!config.getCurrentUser()) {
      // client-node applies the cluster's CA only where there is a user.
      config.users = [...config.users, { name: '(anonymous)' }];
      const used = config.getContextObject(context);
      config.contexts = config.contexts.map(each =>
        each === used ? { ...each, user: '(anonymous)' } : each,
      );
    }
    return config;
  };
  return new KubeconfigCredentials(cluster, load, clock);
}

/** The context whose user makes domains, where it is on the same cluster. */
function bootstrapContext(
  config: KubeConfig,
  name: string,
  entry: KubeconfigEntry,
): string | undefined {
  const wanted = config.getContextObject(entry.bootstrapContext ?? '');
  return wanted && wanted.cluster === config.getContextObject(name)?.cluster
    ? wanted.name
    : undefined;
}

function contextProblem(
  config: KubeConfig,
  name: string,
  entry: KubeconfigEntry,
): string | undefined {
  const file = entry.path;
  const context = config.getContextObject(name);
  if (!context) {
    const known = config.getContexts().map(each => each.name);
    return `The kubeconfig ${file} has no context ${name}; it has ${
      known.join(', ') || 'none'
    }.`;
  }
  const cluster = config.getCluster(context.cluster);
  if (!cluster || !URL.canParse(cluster.server)) {
    return `Context ${name} of ${file} names the cluster ${context.cluster}, which has no valid server URL there.`;
  }
  if (cluster.proxyUrl) {
    return `Context ${name} of ${file} reaches its cluster through a proxy (proxy-url), which is not supported: run the portal where it can connect directly.`;
  }
  if (config.getUser(context.user)?.impersonateUser) {
    return `The user of context ${name} of ${file} acts as someone else (as), which is not supported: the portal itself impersonates people. Use a context without it.`;
  }
  if (
    entry.bootstrapContext &&
    !config.getContextObject(entry.bootstrapContext)
  ) {
    return `The kubeconfig ${file} has no context ${entry.bootstrapContext}, which bootstrapContext names.`;
  }
  return undefined;
}
