import {
  createServer as createHttpServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { AddressInfo, Socket } from 'node:net';
import { Certificate } from './certificate';

/** Names in an address may be longer than Node's default takes; Go's servers take 1 MiB. */
const MAX_HEADER_BYTES = 64 * 1024;
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Answers every request by itself, also when it fails. */
export interface RequestHandler {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Listens for a server of the sandbox, on loopback and nowhere else. */
export class HttpServer {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private readonly scheme: string;

  constructor(handler: RequestHandler, certificate?: Certificate) {
    const listener = (...pair: Parameters<RequestHandler['handle']>) => {
      void handler.handle(...pair);
    };
    this.scheme = certificate ? 'https' : 'http';
    this.server = certificate
      ? createHttpsServer(
          {
            key: certificate.key,
            cert: certificate.certificate,
            maxHeaderSize: MAX_HEADER_BYTES,
          },
          listener,
        )
      : createHttpServer({ maxHeaderSize: MAX_HEADER_BYTES }, listener);
    // Watches last longer than any time limit on requests.
    this.server.requestTimeout = 0;
    this.server.on('connection', (socket: Socket) => {
      socket.setNoDelay(true);
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  /** Begins to listen; answers with the base URL. */
  async listen(host: string, port: number): Promise<string> {
    if (!LOOPBACK.includes(host)) {
      throw new Error(
        `The sandbox listens on loopback only: use one of ${LOOPBACK.join(
          ', ',
        )} in place of "${host}"`,
      );
    }
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
    const address = this.server.address() as AddressInfo;
    const name =
      address.family === 'IPv6' ? `[${address.address}]` : address.address;
    return `${this.scheme}://${name}:${address.port}`;
  }

  /** Ends all connections, watches included. */
  async close(): Promise<void> {
    const closed = new Promise<void>(resolve => {
      this.server.close(() => resolve());
    });
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
