import { readFile } from 'node:fs/promises';
import { ClusterError } from './ClusterError';

/** What proves who we are to one cluster, resolved. Never logged, never kept beyond the connection. */
export interface ResolvedCredentials {
  /** Value of the Authorization header. */
  authorization?: string;
  tls?: TlsMaterial;
}

/** TLS options of a connection; PEM. */
export interface TlsMaterial {
  ca?: string | Buffer;
  cert?: string | Buffer;
  key?: string | Buffer;
  servername?: string;
  rejectUnauthorized?: boolean;
}

/** Where credentials come from. */
export interface Credentials {
  /**
   * @param fresh - true after a 401: read again whatever may have been rotated
   * @throws {@link ClusterError} of kind `credentials`
   */
  resolve(options: { fresh: boolean }): Promise<ResolvedCredentials>;
}

/** A token that stands in the configuration. */
export function tokenCredentials(
  token: string,
  tls?: () => Promise<TlsMaterial>,
): Credentials {
  return {
    async resolve() {
      return { authorization: `Bearer ${token.trim()}`, tls: await tls?.() };
    },
  };
}

/** A token in a file that someone rotates (projected service account tokens live an hour). Read for every resolve. */
export function tokenFileCredentials(
  cluster: string,
  path: string,
  tls?: () => Promise<TlsMaterial>,
): Credentials {
  return {
    async resolve() {
      const token = (await readCredentialFile(cluster, path)).trim();
      if (!token) {
        throw new ClusterError(
          cluster,
          'credentials',
          `the token file ${path} is empty`,
        );
      }
      return { authorization: `Bearer ${token}`, tls: await tls?.() };
    },
  };
}

/** @throws {@link ClusterError} that names the path */
export async function readCredentialFile(
  cluster: string,
  path: string,
): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new ClusterError(
      cluster,
      'credentials',
      `the file ${path} cannot be read`,
      { cause },
    );
  }
}
