/** What a tab shares with the other tabs of its browser; replaceable in tests. */
export interface BrowserPorts {
  /** Absent where the page is not a secure context. */
  locks?: Pick<LockManager, 'request'>;
  /** Absent in browsers without BroadcastChannel. */
  openChannel?: (name: string) => BroadcastChannel;
  hidden(): boolean;
  /** Calls back whenever `hidden()` may have changed. */
  onVisibilityChange(listener: () => void): () => void;
  /** Calls back when the browser has a network again. */
  onOnline(listener: () => void): () => void;
}

/** The ports of the browser that this runs in. */
export function browserPorts(): BrowserPorts {
  return {
    locks: globalThis.navigator?.locks,
    openChannel:
      typeof globalThis.BroadcastChannel === 'function'
        ? name => new globalThis.BroadcastChannel(name)
        : undefined,
    hidden: () => document.visibilityState === 'hidden',
    onVisibilityChange: listener => {
      document.addEventListener('visibilitychange', listener);
      return () => document.removeEventListener('visibilitychange', listener);
    },
    onOnline: listener => {
      window.addEventListener('online', listener);
      return () => window.removeEventListener('online', listener);
    },
  };
}
