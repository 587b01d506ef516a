import { AdmissionHook } from './admission/AdmissionRequest';
import { Sandbox } from './api/Sandbox';
import { SystemClock } from './clock/SystemClock';
import { readCrdFiles } from './crdFiles';
import { CRDS_FOLDER } from './folders';
import { NotebookGateway } from './gateway/NotebookGateway';
import { ApiHandler } from './http/ApiHandler';
import { HttpServer } from './http/HttpServer';
import { kubeconfigOf } from './http/kubeconfig';
import { SandboxUser, UserDirectory } from './http/UserDirectory';

import { SecretFiles } from './persistence/SecretFiles';
import { SqlitePersistence } from './persistence/SqlitePersistence';
import { Clock, Controller, SandboxApi } from './types';

export interface StartOptions {
  /** Cluster and context name in kubeconfigs; `sandbox` by default. */
  name?: string;
  /** 0, the default, takes a free one. */
  port?: number;
  /** A loopback address; 127.0.0.1 by default. */
  host?: string;
  /** Plain HTTP when false. kubectl sends no credentials over plain HTTP, so the default is TLS. */
  tls?: boolean;
  /** Absolute folder of the data; without it nothing is kept. */
  dataDir?: string;
  clock?: Clock;
  /** Started once the seed has run; stopped before the server. */
  controllers?: readonly Controller[];
  /** Called on every start, before controllers and clients see the server. */
  seed?: (api: SandboxApi) => void | Promise<void>;
  users: readonly SandboxUser[];
  admission?: readonly AdmissionHook[];
  /** CustomResourceDefinitions to serve; those of this package by default. */
  crds?: readonly unknown[];
  /** Changes that a watch can resume over, per resource. */
  historyLimit?: number;
  /** Told of errors of controllers' watch handlers; by default they surface as uncaught. */
  onListenerError?: (error: unknown) => void;
}

export interface RunningSandbox {
  url: string;
  /** Where notebook servers are opened: the base of `/notebook/...` and `/workspace/connect/...`, plain HTTP. */
  connectUrl: string;
  api: SandboxApi;
  /** PEM of the server's certificate; absent on plain HTTP. */
  certificate?: string;
  /** The bearer token of one of the users. */
  token(userName: string): string;
  /** A kubeconfig for one of the users, as YAML text. */
  kubeconfig(userName: string): string;
  /** Forgets the past, as a compaction does: older watches and pages get 410. For tests. */
  compact(): void;
  stop(): Promise<void>;
}

/** Starts the sandbox's Kubernetes: API server, controllers, persistence. Ready for requests when it resolves. */
export async function startSandbox(
  options: StartOptions,
): Promise<RunningSandbox> {
  const { name = 'sandbox', host = '127.0.0.1', port = 0, dataDir } = options;
  const clock = options.clock ?? new SystemClock();
  const secrets = new SecretFiles(dataDir);
  const users = secrets.tokens(options.users);
  const certificate =
    options.tls === false ? undefined : secrets.certificate(Date.now());
  const sandbox = new Sandbox({
    clock,
    persistence: dataDir ? new SqlitePersistence(dataDir) : undefined,
    admission: options.admission,
    crds: options.crds ?? readCrdFiles(CRDS_FOLDER),
    historyLimit: options.historyLimit,
    onListenerError: options.onListenerError,
  });
  const stops: (() => void)[] = [];
  const server = new HttpServer(
    new ApiHandler(sandbox, new UserDirectory(users, clock)),
    certificate,
  );
  // Browsers open it: a certificate of our own would only frighten people.
  const gateway = new HttpServer(new NotebookGateway(sandbox.api));
  const stop = async () => {
    for (const stopController of stops.splice(0).reverse()) stopController();
    await Promise.all([server.close(), gateway.close()]);
    sandbox.stop();
  };
  try {
    await options.seed?.(sandbox.api);
    for (const controller of options.controllers ?? []) {
      stops.push(controller(sandbox.api, clock));
    }
    const url = await server.listen(host, port);
    const connectUrl = await gateway.listen(host, 0);
    const tokenOf = (userName: string) => {
      const user = users.find(one => one.name === userName);
      if (!user) throw new Error(`The sandbox has no user "${userName}"`);
      return user.token;
    };
    return {
      url,
      connectUrl,
      api: sandbox.api,
      certificate: certificate?.certificate,
      token: tokenOf,
      kubeconfig: userName =>
        kubeconfigOf({
          name,
          url,
          user: userName,
          token: tokenOf(userName),
          certificate: certificate?.certificate,
        }),
      compact: () => sandbox.database.compact(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
