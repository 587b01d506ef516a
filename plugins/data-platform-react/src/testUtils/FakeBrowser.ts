import { BrowserPorts } from '../live/BrowserPorts';
import { FakeChannel } from './FakeChannel';

interface Waiting {
  run(): void;
}

/** A browser with several tabs that share locks and channels, for tests. */
export class FakeBrowser {
  private readonly held = new Set<string>();
  private readonly queue = new Map<string, Waiting[]>();
  private readonly channels = new Map<string, Set<FakeChannel>>();
  private readonly online = new Set<() => void>();

  /** It has a network again. */
  comeBack(): void {
    this.online.forEach(listener => listener());
  }

  /** Ports of one more tab, and a way to hide it. */
  openTab(): { ports: BrowserPorts; setHidden(hidden: boolean): void } {
    let hidden = false;
    const listeners = new Set<() => void>();
    return {
      ports: {
        locks: { request: this.request } as unknown as BrowserPorts['locks'],
        openChannel: name =>
          new FakeChannel(this.peersOf(name)) as unknown as BroadcastChannel,
        hidden: () => hidden,
        onVisibilityChange: listener => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        onOnline: listener => {
          this.online.add(listener);
          return () => this.online.delete(listener);
        },
      },
      setHidden: next => {
        hidden = next;
        listeners.forEach(listener => listener());
      },
    };
  }

  private peersOf(name: string): Set<FakeChannel> {
    const peers = this.channels.get(name) ?? new Set<FakeChannel>();
    this.channels.set(name, peers);
    return peers;
  }

  private readonly request = (
    name: string,
    options: { signal?: AbortSignal; ifAvailable?: boolean },
    callback: (lock: unknown) => Promise<unknown> | unknown,
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const run = () => {
        this.held.add(name);
        Promise.resolve(callback({ name }))
          .then(resolve, reject)
          .finally(() => {
            this.held.delete(name);
            this.queue.get(name)?.shift()?.run();
          });
      };
      if (!this.held.has(name)) {
        run();
        return;
      }
      if (options.ifAvailable) {
        Promise.resolve(callback(null)).then(resolve, reject);
        return;
      }
      const waiting = { run };
      const queue = this.queue.get(name) ?? [];
      this.queue.set(name, [...queue, waiting]);
      options.signal?.addEventListener('abort', () => {
        const rest = this.queue.get(name)?.filter(one => one !== waiting);
        this.queue.set(name, rest ?? []);
        reject(new DOMException('aborted', 'AbortError'));
      });
    });
}
