import { ManualClock } from '../clock/ManualClock';
import { ResourceRef, StatusError, WatchEvent } from '../types';
import { Sandbox } from './Sandbox';

const core = (plural: string): ResourceRef => ({
  group: '',
  version: 'v1',
  plural,
});
const CONFIG_MAPS = core('configmaps');
const NAMESPACES = core('namespaces');

function setUp() {
  const clock = new ManualClock();
  const sandbox = new Sandbox({ clock });
  const { api } = sandbox;
  api.create(NAMESPACES, undefined, { metadata: { name: 'sales' } });
  return { api, clock, sandbox };
}

function refusalOf(run: () => unknown): StatusError['status'] {
  try {
    run();
  } catch (error) {
    if (error instanceof StatusError) return error.status;
    throw error;
  }
  throw new Error('was not refused');
}

describe('createSandboxApi', () => {
  it('creates, reads, updates and deletes', () => {
    const { api } = setUp();
    const created = api.create(CONFIG_MAPS, 'sales', {
      metadata: { name: 'a' },
      data: { k: '1' },
    });
    expect(created.metadata).toMatchObject({
      name: 'a',
      namespace: 'sales',
      creationTimestamp: '2026-01-01T00:00:00Z',
    });
    created.data.k = '2';
    const updated = api.update(CONFIG_MAPS, created);
    expect(Number(updated.metadata.resourceVersion)).toBeGreaterThan(
      Number(created.metadata.resourceVersion),
    );
    expect(refusalOf(() => api.update(CONFIG_MAPS, created))).toMatchObject({
      code: 409,
      reason: 'Conflict',
    });
    api.delete(CONFIG_MAPS, 'sales', 'a');
    expect(api.get(CONFIG_MAPS, 'sales', 'a')).toBeUndefined();
  });

  it('gives no event for a write that changes nothing', () => {
    const { api } = setUp();
    const events: WatchEvent[] = [];
    const created = api.create(CONFIG_MAPS, 'sales', {
      metadata: { name: 'a' },
    });
    const stop = api.watch(CONFIG_MAPS, event => events.push(event));
    const same = api.update(CONFIG_MAPS, created);
    expect(same.metadata.resourceVersion).toBe(
      created.metadata.resourceVersion,
    );
    expect(events.map(event => event.type)).toEqual(['ADDED']);
    stop();
  });

  it('tells each watcher of all changes in order, also of those made by another watcher', () => {
    const { api } = setUp();
    api.watch(CONFIG_MAPS, ({ type, object }) => {
      if (type === 'ADDED' && object.metadata.name === 'a') {
        api.create(CONFIG_MAPS, 'sales', { metadata: { name: 'b' } });
      }
    });
    const seen: string[] = [];
    api.watch(CONFIG_MAPS, ({ object }) => seen.push(object.metadata.name));
    api.create(CONFIG_MAPS, 'sales', { metadata: { name: 'a' } });
    expect(seen).toEqual(['a', 'b']);
  });

  it('hands out copies where the caller may change them and frozen objects where it may not', () => {
    const { api } = setUp();
    api.create(CONFIG_MAPS, 'sales', {
      metadata: { name: 'a' },
      data: { k: '1' },
    });
    api.get(CONFIG_MAPS, 'sales', 'a')!.data.k = 'changed';
    expect(api.get(CONFIG_MAPS, 'sales', 'a')!.data.k).toBe('1');
    expect(() => {
      api.list(CONFIG_MAPS, 'sales')[0].data.k = 'changed';
    }).toThrow(TypeError);
  });
});
