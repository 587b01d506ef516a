import fc from 'fast-check';
import { KubeObject } from '../types';
import { Database } from './Database';
import { keyOf } from './Entry';

const object = (name: string, value = 0): KubeObject =>
  ({
    apiVersion: 'v1',
    kind: 'X',
    metadata: { name, uid: name, resourceVersion: '', creationTimestamp: '' },
    value,
  } as KubeObject);

const all = () => true;
const keys = (entries: { key: string }[]) => entries.map(entry => entry.key);

describe('Database', () => {
  it('gives one growing version to the writes of all resources', () => {
    const database = new Database();
    const first = database.put('/a', 'x', object('x'));
    const second = database.put('/b', 'y', object('y'));
    expect(Number(second.metadata.resourceVersion)).toBe(
      Number(first.metadata.resourceVersion) + 1,
    );
  });

  it('tells of nested writes after the change that caused them', () => {
    const database = new Database();
    const heard: string[] = [];
    database.listen('/a', ({ entry }) => {
      if (entry.key === 'first') database.put('/a', 'second', object('second'));
    });
    database.listen('/a', ({ entry }) => heard.push(entry.key));
    database.put('/a', 'first', object('first'));
    expect(heard).toEqual(['first', 'second']);
  });

  it('never tells a listener of what was there when it came', () => {
    const database = new Database();
    const heard: string[] = [];
    let once = false;
    database.listen('/a', () => {
      if (once) return;
      once = true;
      database.put('/a', 'second', object('second'));
      database.listen('/a', ({ entry }) => heard.push(entry.key));
    });
    database.put('/a', 'first', object('first'));
    expect(heard).toEqual([]);
  });

  it('goes on when a listener throws', () => {
    const errors: unknown[] = [];
    const database = new Database({
      onListenerError: error => errors.push(error),
    });
    const heard: string[] = [];
    database.listen('/a', () => {
      throw new Error('broken');
    });
    database.listen('/a', ({ entry }) => heard.push(entry.key));
    database.put('/a', 'x', object('x'));
    expect(heard).toEqual(['x']);
    expect(errors).toHaveLength(1);
  });

  it('gives deletions a version of their own', () => {
    const database = new Database();
    database.put('/a', 'x', object('x'));
    let last = '';
    database.listen('/a', ({ type, entry }) => {
      last = `${type} ${entry.object.metadata.resourceVersion}`;
    });
    database.remove('/a', 'x');
    expect(last).toBe(`DELETED ${database.version}`);
  });
});

describe('pages', () => {
  it('of a namespace hold its objects alone, in order', () => {
    const database = new Database();
    for (const key of ['b/2', 'a/1', 'b-c/1', 'b/1', 'bb/1']) {
      database.put('/a', key, object(key));
    }
    expect(keys(database.store('/a').list('b'))).toEqual(['b/1', 'b/2']);
  });

  it('put together are the list as it was at the first one', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const write = fc.record({
      name: names,
      remove: fc.boolean(),
      value: fc.nat(9),
    });
    const run = fc.array(write, { maxLength: 20 });
    fc.assert(
      fc.property(
        run,
        run,
        fc.integer({ min: 1, max: 3 }),
        (before, after, limit) => {
          const database = new Database();
          const apply = (writes: typeof before) => {
            for (const { name, remove, value } of writes) {
              if (remove) database.remove('/a', keyOf('n', name));
              else database.put('/a', keyOf('n', name), object(name, value));
            }
          };
          apply(before);
          const store = database.store('/a');
          const whole = store.list('n').map(entry => entry.json());
          const { version } = database;
          const seen: string[] = [];
          let page = store.page({ namespace: 'n', limit, accept: all });
          seen.push(...page.entries.map(entry => entry.json()));
          apply(after);
          while (page.next) {
            page = store.page({
              namespace: 'n',
              limit,
              start: page.next,
              accept: all,
              then: store.history.rewind(version),
            });
            seen.push(...page.entries.map(entry => entry.json()));
          }
          expect(seen).toEqual(whole);
        },
      ),
    );
  });
});

describe('History', () => {
  it('forgets what is compacted, and says so', () => {
    const database = new Database();
    database.put('/a', 'x', object('x'));
    const { version } = database;
    database.put('/a', 'y', object('y'));
    const { history } = database.store('/a');
    expect(history.since(version)).toHaveLength(1);
    database.compact();
    expect(history.since(version)).toBeUndefined();
    expect(history.rewind(version)).toBeUndefined();
    expect(history.since(database.version)).toEqual([]);
  });

  it('keeps about as many changes as it may', () => {
    const database = new Database({ historyLimit: 100 });
    const from = database.version;
    for (let index = 0; index < 1_000; index++) {
      database.put('/a', 'x', object('x', index));
    }
    const { history } = database.store('/a');
    expect(history.since(from)).toBeUndefined();
    expect(history.since(database.version - 100)).toHaveLength(100);
  });
});
