import { FakeBrowser } from '@millrace/backstage-plugin-data-platform-react/testUtils';

/**
 * Gives the page what a stream needs and jsdom does not have: locks and channels.
 * @returns takes them away
 */
export function liveTab(): () => void {
  const { ports } = new FakeBrowser().openTab();
  const globals = globalThis as { BroadcastChannel?: unknown };
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: ports.locks,
  });
  globals.BroadcastChannel = function Channel(name: string) {
    return ports.openChannel!(name);
  };
  return () => {
    Reflect.deleteProperty(navigator, 'locks');
    delete globals.BroadcastChannel;
  };
}
