import { SystemClock } from '../clock/SystemClock';
import { HttpServer } from '../http/HttpServer';
import { Clock } from '../types';
import { WebhookClient, WebhookHost } from './actions/WebhookClient';
import { AccessKey, Authenticator } from './http/Authenticator';
import { LakeFsHandler } from './http/LakeFsHandler';
import { lakeFsRoutes } from './http/routes';
import { LakeFs } from './LakeFs';
import { accessKeyOf } from './persistence/accessKeyOf';
import { LakeFsFiles } from './persistence/LakeFsFiles';

export interface LakeFsStartOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  /** A loopback address; 127.0.0.1 by default. */
  host?: string;
  /** Absolute folder of the data; without it nothing is kept. */
  dataDir?: string;
  clock?: Clock;
  /** Made up, and kept with the data, by default. */
  accessKeyId?: string;
  secretAccessKey?: string;
  /** Variables that action files may name; those that begin with LAKEFSACTION_ count. */
  environment?: Readonly<Record<string, string>>;
  /** What answers webhooks to hosts of these names. */
  webhookHosts?: Readonly<Record<string, WebhookHost>>;
  /** Called on every start, before clients see the server. */
  seed?: (lakeFs: LakeFs) => void | Promise<void>;
}

export interface RunningLakeFs extends AccessKey {
  /** Without the path of the API, `/api/v1`. */
  url: string;
  /** The server from inside the process. */
  server: LakeFs;
  stop(): Promise<void>;
}

/** Starts the sandbox's lakeFS. Ready for requests when it resolves. */
export async function startLakeFsSandbox(
  options: LakeFsStartOptions = {},
): Promise<RunningLakeFs> {
  const { host = '127.0.0.1', port = 0, dataDir, environment } = options;
  const clock = options.clock ?? new SystemClock();
  const files = dataDir ? new LakeFsFiles(dataDir) : undefined;
  const key = accessKeyOf(options, files);
  const server = new LakeFs({
    clock,
    blobs: files?.blobs,
    environment,
    webhooks: new WebhookClient(clock, options.webhookHosts),
    changed: files?.changed,
  });
  files?.load(server);
  const authenticator = new Authenticator(clock, key);
  const createdAt = server.seconds();
  const http = new HttpServer(
    new LakeFsHandler(
      server,
      authenticator,
      lakeFsRoutes(authenticator, () => createdAt),
    ),
  );
  const stop = async () => {
    await http.close();
    await server.stop();
    files?.close();
  };
  try {
    await options.seed?.(server);
    const url = await http.listen(host, port);
    return { ...key, url, server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
