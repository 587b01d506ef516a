/** A BroadcastChannel that delivers at once, for tests. */
export class FakeChannel {
  private readonly peers: Set<FakeChannel>;
  private readonly listeners = new Set<(event: { data: unknown }) => void>();

  constructor(peers: Set<FakeChannel>) {
    this.peers = peers;
    peers.add(this);
  }

  postMessage(data: unknown): void {
    this.peers.forEach(peer => {
      if (peer !== this) {
        peer.listeners.forEach(listener => listener({ data }));
      }
    });
  }

  addEventListener(
    _type: string,
    listener: (event: { data: unknown }) => void,
  ): void {
    this.listeners.add(listener);
  }

  removeEventListener(
    _type: string,
    listener: (event: { data: unknown }) => void,
  ): void {
    this.listeners.delete(listener);
  }

  close(): void {
    this.peers.delete(this);
  }
}
