import type { KubeConfig } from '@kubernetes/client-node';
import { Clock, sleep } from './Clock';
import { ClusterError } from './ClusterError';
import {
  Credentials,
  readCredentialFile,
  ResolvedCredentials,
} from './Credentials';

/** How long an exec plugin may take. */
const EXEC_DEADLINE_MS = 30_000;

/** The options that client-node fills in. */
interface HttpsOptions {
  headers?: Record<string, string>;
  auth?: string;
  ca?: Buffer;
  cert?: string | Buffer;
  key?: string | Buffer;
  servername?: string;
  rejectUnauthorized?: boolean;
}

/** Credentials of one context of a kubeconfig: certificates, tokens, token files, exec plugins, OIDC refresh. */
export class KubeconfigCredentials implements Credentials {
  readonly #cluster: string;
  readonly #load: () => Promise<KubeConfig>;
  readonly #clock: Clock;
  #config?: KubeConfig;

  /** @param load - reads the file and selects the context; called again when the server refuses what it gave */
  constructor(cluster: string, load: () => Promise<KubeConfig>, clock: Clock) {
    this.#cluster = cluster;
    this.#load = load;
    this.#clock = clock;
  }

  async resolve(options: { fresh: boolean }): Promise<ResolvedCredentials> {
    try {
      if (!this.#config || options.fresh) {
        this.#config = await this.#load();
      }
      return await this.#apply(this.#config);
    } catch (cause) {
      if (cause instanceof ClusterError) {
        throw cause;
      }
      // What a plugin writes to stderr may hold secrets: it is not repeated.
      throw new ClusterError(
        this.#cluster,
        'credentials',
        'the credentials of its kubeconfig context cannot be obtained; run its exec plugin by hand, or check the files it names',
        { cause },
      );
    }
  }

  async #apply(config: KubeConfig): Promise<ResolvedCredentials> {
    const options: HttpsOptions = {};
    const done = new AbortController();
    try {
      await Promise.race([
        config.applyToHTTPSOptions(options),
        this.#deadline(done.signal),
      ]);
    } finally {
      done.abort();
    }
    const { ca, cert, key, servername, rejectUnauthorized } = options;
    return {
      authorization: await this.#authorization(config, options),
      tls: { ca, cert, key, servername, rejectUnauthorized },
    };
  }

  async #authorization(
    config: KubeConfig,
    options: HttpsOptions,
  ): Promise<string | undefined> {
    const tokenFile = tokenFileOf(config);
    if (tokenFile) {
      const token = await readCredentialFile(this.#cluster, tokenFile);
      return `Bearer ${token.trim()}`;
    }
    if (options.headers?.Authorization) {
      return options.headers.Authorization;
    }
    return options.auth
      ? `Basic ${Buffer.from(options.auth).toString('base64')}`
      : undefined;
  }

  async #deadline(signal: AbortSignal): Promise<never> {
    await sleep(this.#clock, EXEC_DEADLINE_MS, signal);
    throw new ClusterError(
      this.#cluster,
      'credentials',
      'its exec plugin did not answer within 30 s',
    );
  }
}

/** `tokenFile` wins over a token, as in client-go; client-node itself knows it only as an auth provider. */
function tokenFileOf(config: KubeConfig): string | undefined {
  const file = config.getCurrentUser()?.authProvider?.config?.tokenFile;
  return typeof file === 'string' ? file : undefined;
}
