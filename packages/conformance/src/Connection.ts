import { readFileSync } from 'node:fs';
import { RequestOptions } from 'node:https';
import { KubeConfig } from '@kubernetes/client-node';

/** How to reach an API server, and as whom. */
export interface Connection {
  url: string;
  /** Sent with each request: who asks. */
  headers: () => Promise<Record<string, string>>;
  tls: {
    ca?: string | Buffer;
    cert?: string | Buffer;
    key?: string | Buffer;
    rejectUnauthorized?: boolean;
  };
}

/**
 * Reads a connection from a kubeconfig: client certificates, tokens, token files and exec plugins as kubectl knows them.
 *
 * @throws Error that names the file and what is wrong with it
 */
export async function connectionFromKubeconfig(
  text: string,
  options: { context?: string; origin?: string } = {},
): Promise<Connection> {
  const { context, origin = 'the kubeconfig' } = options;
  const config = new KubeConfig();
  try {
    config.loadFromString(text);
  } catch (error) {
    throw new Error(`${origin} cannot be read: ${(error as Error).message}`);
  }
  if (context) {
    if (!config.getContextObject(context)) {
      const known = config.getContexts().map(one => one.name);
      throw new Error(
        `${origin} has no context "${context}"; it has ${
          known.join(', ') || 'none'
        }`,
      );
    }
    config.setCurrentContext(context);
  }
  const cluster = config.getCurrentCluster();
  if (!cluster) {
    throw new Error(
      `${origin} has no current context: name one with --context`,
    );
  }
  const read = async () => {
    const settings: RequestOptions = { headers: {} };
    await config.applyToHTTPSOptions(settings);
    return settings;
  };
  const { ca, cert, key, rejectUnauthorized } = await read();
  return {
    url: cluster.server.replace(/\/+$/, ''),
    tls: { ca, cert, key, rejectUnauthorized } as Connection['tls'],
    headers: async () => {
      // Asked for anew each time: tokens of files and plugins rotate.
      const { headers } = await read();
      return headers as Record<string, string>;
    },
  };
}

export async function connectionFromFile(
  path: string,
  context?: string,
): Promise<Connection> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(
      `The kubeconfig ${path} cannot be opened: ${(error as Error).message}`,
    );
  }
  return connectionFromKubeconfig(text, {
    context,
    origin: `The kubeconfig ${path}`,
  });
}
