import { Summary } from '@millrace/backstage-plugin-data-platform-common';
import { Access } from '../permissions/access';
import { KeptSummaries } from './KeptSummaries';

const access = (key: string): Access => ({
  key,
  allows: () => true,
  denied: false,
});
const ALL = access('all');

function setUp() {
  const listeners = new Set<() => void>();
  let now = 0;
  let version = 0;
  const read = jest.fn(async () => ({ version } as Summary));
  const summaries = new KeptSummaries({
    reader: { read },
    now: () => now,
    changes: [
      {
        subscribe(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
    ],
  });
  return {
    summaries,
    read,
    listeners,
    pass: (ms: number) => {
      now += ms;
    },
    change() {
      version += 1;
      for (const listener of listeners) listener();
    },
  };
}

describe('KeptSummaries', () => {
  it('makes one for many who ask at once, and again after a second', async () => {
    const { summaries, read, pass } = setUp();
    await Promise.all([1, 2, 3].map(() => summaries.read({}, ALL)));
    pass(999);
    await summaries.read({}, ALL);
    expect(read).toHaveBeenCalledTimes(1);
    pass(1);
    await summaries.read({}, ALL);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('never answers with what was before a change, even when it is still being made', async () => {
    const { summaries, read, change } = setUp();
    const before = summaries.read({}, ALL);
    change();
    await expect(summaries.read({}, ALL)).resolves.toEqual({ version: 1 });
    await before;
    await summaries.read({}, ALL);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('keeps scopes and viewers of other rights apart', async () => {
    const { summaries, read } = setUp();
    await summaries.read({}, ALL);
    await summaries.read({}, access('none'));
    await summaries.read({ entityRef: 'component:default/a' }, ALL);
    await summaries.read({ productRef: 'component:default/a' }, ALL);
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('forgets a failure at once', async () => {
    const { summaries, read } = setUp();
    read.mockRejectedValueOnce(new Error('down'));
    await expect(summaries.read({}, ALL)).rejects.toThrow('down');
    await expect(summaries.read({}, ALL)).resolves.toBeDefined();
  });

  it('keeps a bounded number', async () => {
    const { summaries, read } = setUp();
    for (let n = 0; n <= 1_000; n += 1) {
      await summaries.read({ entityRef: `component:default/${n}` }, ALL);
    }
    await summaries.read({ entityRef: 'component:default/1000' }, ALL);
    expect(read).toHaveBeenCalledTimes(1_001);
    await summaries.read({ entityRef: 'component:default/0' }, ALL);
    expect(read).toHaveBeenCalledTimes(1_002);
  });

  it('lets go of what it listens to', () => {
    const { summaries, listeners } = setUp();
    summaries.stop();
    expect(listeners.size).toBe(0);
  });
});
