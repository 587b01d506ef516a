import { EventEmitter } from 'node:events';
import type { Page, Request } from 'playwright-core';
import { ScriptWatch } from './ScriptWatch';

const request = (path: string) =>
  ({ url: () => `http://localhost${path}` } as Request);

describe('ScriptWatch', () => {
  const { signal } = new AbortController();
  let page: EventEmitter;
  let watch: ScriptWatch;

  beforeEach(() => {
    page = new EventEmitter();
    watch = new ScriptWatch(page as unknown as Page, 10);
  });

  it('waits for scripts that are under way, and for nothing else', async () => {
    const tab = request('/static/tab.js?v=1');
    page.emit('requestfinished', request('/static/main.js'));
    page.emit('request', request('/api/stream'));
    page.emit('request', tab);
    let settled = false;
    const waiting = watch.settled(signal).then(files => {
      settled = true;
      return files;
    });
    await new Promise(resolve => setTimeout(resolve, 40));
    expect(settled).toBe(false);
    page.emit('requestfinished', tab);
    expect([...(await waiting)]).toEqual(['main.js', 'tab.js']);
  });

  it('gives up when the time is over', async () => {
    page.emit('request', request('/static/never.js'));
    await expect(
      watch.settled(AbortSignal.abort(new Error('too late'))),
    ).rejects.toThrow('too late');
  });
});
