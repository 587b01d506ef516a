import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';

/**
 * - `open`: everything passes
 * - `hung`: what is open stays so in silence, and what is new is taken and never answered
 * - `shut`: connections are cut, and new ones refused
 */
export type GateState = 'open' | 'hung' | 'shut';

/** Stands before a server, so that it can be taken away from its readers. */
export class Gate {
  readonly #sockets = new Set<Socket>();
  #server?: Server;
  /** Of the server behind it. */
  #port = 0;
  #listeningOn = 0;
  #state: GateState = 'open';

  get url(): string {
    return `http://127.0.0.1:${this.#listeningOn}`;
  }

  /** @param port - of the server, on loopback */
  async start(port: number): Promise<this> {
    this.#port = port;
    const server = createServer(socket => this.#accept(socket));
    await new Promise<void>(resolve =>
      server.listen(this.#listeningOn, '127.0.0.1', () => resolve()),
    );
    this.#listeningOn = (server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  async set(state: GateState): Promise<void> {
    this.#state = state;
    if (state === 'shut') {
      await this.stop();
      return;
    }
    if (state === 'open') this.#cut();
    else for (const socket of this.#sockets) socket.pause();
    if (!this.#server) await this.start(this.#port);
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#cut();
    await new Promise<void>(resolve =>
      server ? server.close(() => resolve()) : resolve(),
    );
  }

  #accept(socket: Socket): void {
    this.#hold(socket);
    if (this.#state === 'hung') {
      socket.pause();
      return;
    }
    const far = this.#hold(connect(this.#port, '127.0.0.1'));
    socket.pipe(far);
    far.pipe(socket);
    socket.once('close', () => far.destroy());
    far.once('close', () => socket.destroy());
  }

  #hold(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => this.#sockets.delete(socket));
    return socket;
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
