import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { KubeConfig, User } from '@kubernetes/client-node';
import { parse } from 'yaml';

/** Why a kubeconfig cannot be used. The message is one sentence that names the file. */
export class KubeconfigError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'KubeconfigError';
  }
}

/** Loads the Kubernetes client: on demand, for it is large, and clusters of the kubernetes plugin do without it. */
export type ImportClient = () => Promise<{ KubeConfig: new () => KubeConfig }>;

export const importClient: ImportClient = () =>
  import('@kubernetes/client-node');

/**
 * Reads a kubeconfig file. Paths in it are relative to it, as for kubectl.
 * @throws {@link KubeconfigError}
 */
export async function loadKubeconfig(
  file: string,
  client: ImportClient,
): Promise<KubeConfig> {
  const text = await readFile(file, 'utf8').catch(cause => {
    const missing = (cause as NodeJS.ErrnoException)?.code === 'ENOENT';
    throw new KubeconfigError(
      `The kubeconfig ${file} ${
        missing ? 'does not exist' : 'cannot be read'
      }: check dataPlatform.kubernetes.kubeconfigs.`,
      { cause },
    );
  });
  const document = parseKubeconfig(file, text);
  const { KubeConfig: Config } = await client();
  const config = new Config();
  try {
    config.loadFromString(JSON.stringify(document), {
      onInvalidEntry: 'filter',
    });
  } catch (cause) {
    throw new KubeconfigError(
      `The kubeconfig ${file} is not valid: kubectl --kubeconfig ${file} config view may tell more.`,
      { cause },
    );
  }
  const directory = path.dirname(path.resolve(file));
  config.makePathsAbsolute(directory);
  adaptUsers(config, document, directory);
  for (const cluster of config.clusters) {
    if (cluster.server.startsWith('http:')) {
      // Nothing to verify; client-node refuses plain HTTP (as loopback proxies speak it) without this.
      Object.assign(cluster, { skipTLSVerify: true });
    }
  }
  return config;
}

function parseKubeconfig(file: string, text: string): Record<string, unknown> {
  let document: unknown;
  try {
    document = parse(text);
  } catch (cause) {
    throw new KubeconfigError(
      `The kubeconfig ${file} is not YAML: check that the path names the right file.`,
      { cause },
    );
  }
  const { contexts, clusters } = (document ?? {}) as Record<string, unknown>;
  if (!Array.isArray(contexts) || !Array.isArray(clusters)) {
    throw new KubeconfigError(
      `The file ${file} is no kubeconfig: it has no clusters and contexts.`,
    );
  }
  return document as Record<string, unknown>;
}

/** What client-node leaves out of a kubeconfig: token files by their real name, and what exec plugins are told. */
function adaptUsers(
  config: KubeConfig,
  document: Record<string, unknown>,
  directory: string,
): void {
  const raw = new Map(
    (Array.isArray(document.users) ? document.users : []).map(entry => [
      entry?.name,
      entry?.user ?? {},
    ]),
  );
  config.users = config.users.map((user): User => {
    const { tokenFile } = raw.get(user.name) ?? {};
    if (typeof tokenFile === 'string') {
      const absolute = path.resolve(directory, tokenFile);
      return {
        ...user,
        authProvider: { name: 'tokenFile', config: { tokenFile: absolute } },
      };
    }
    return user.exec ? { ...user, exec: execFor(user.exec, directory) } : user;
  });
}

/** As kubectl: a command with a slash is relative to the file, and the plugin learns that nobody can answer it. */
function execFor(exec: User['exec'], directory: string): User['exec'] {
  const command = String(exec?.command ?? '');
  return {
    ...exec,
    command: command.includes('/') ? path.resolve(directory, command) : command,
    env: [
      ...(exec?.env ?? []),
      {
        name: 'KUBERNETES_EXEC_INFO',
        value: JSON.stringify({
          apiVersion:
            exec?.apiVersion ?? 'client.authentication.k8s.io/v1beta1',
          kind: 'ExecCredential',
          spec: { interactive: false },
        }),
      },
    ],
  };
}
