import { StreamFrame } from '@millrace/backstage-plugin-data-platform-common';
import { ManualClock } from '../../store/ManualClock';
import { Access } from '../../permissions/access';
import { FakeIndex } from '../__testUtils__/FakeIndex';
import { resource } from '../__testUtils__/rows';
import { StreamClient } from './StreamClient';
import { StreamHub } from './StreamHub';

class Reader implements StreamClient {
  text = '';
  writes = 0;
  waiting = 0;
  ended = false;
  destroyed = false;
  write(text: string | Buffer) {
    this.text += text.toString();
    this.writes += 1;
  }
  buffered() {
    return this.waiting;
  }
  end() {
    this.ended = true;
  }
  destroy() {
    this.destroyed = true;
  }
  /** Frames since the last call. */
  frames(): (StreamFrame & { id: string })[] {
    const events = this.text.split('\n\n').filter(Boolean);
    this.text = '';
    return events
      .filter(event => event.startsWith('id: '))
      .map(event => {
        const [id, data] = event.split('\n');
        return { id: id.slice(4), ...JSON.parse(data.slice(6)) };
      });
  }
}

const ALL: Access = { allows: () => true, key: 'all', denied: false };
const only = (owner: string): Access => ({
  allows: row => row.ownerRef === owner,
  key: owner,
  denied: false,
});

describe('StreamHub', () => {
  let index: FakeIndex;
  let clock: ManualClock;
  let hub: StreamHub;

  beforeEach(() => {
    index = new FakeIndex('e1');
    clock = new ManualClock();
    hub = new StreamHub(index, clock);
  });
  afterEach(() => hub.stop());

  const open = (access = ALL, lastEventId?: string) => {
    const reader = new Reader();
    const handle = hub.open(reader, access, lastEventId);
    return { reader, handle };
  };
  const ids = (frame: StreamFrame) =>
    frame.type === 'changes' ? frame.changed.map(({ id }) => id) : [];

  it('tells a newcomer to read all, with the version to resume from', () => {
    index.put(resource({ name: 'a' }));
    expect(open().reader.frames()).toEqual([
      { id: 'e1.1', type: 'reset', version: 1 },
    ]);
  });

  it('sends a change at once, and what follows within 100 ms together', () => {
    const { reader } = open();
    reader.frames();
    index.put(resource({ name: 'a' }));
    clock.advance(0);
    const [first] = reader.frames();
    expect(first).toMatchObject({ type: 'changes', version: 1, id: 'e1.1' });
    index.put(resource({ name: 'a' }));
    index.put(resource({ name: 'b' }));
    index.put(resource({ name: 'a' }, { message: 'newest' }));
    clock.advance(99);
    expect(reader.frames()).toEqual([]);
    clock.advance(1);
    const [second, ...none] = reader.frames();
    expect(none).toEqual([]);
    expect(ids(second)).toEqual(['id-b', 'id-a']);
    expect(JSON.stringify(second)).toContain('newest');
  });

  it.each([
    [100, 0],
    [150, 50],
    [250, 1_000],
  ])('rests %d ms after a frame that took %d ms to write', (rest, took) => {
    hub.stop();
    let spent = 0;
    const { after } = clock;
    const now = () => clock.now() + spent;
    hub = new StreamHub(index, { now, after: after.bind(clock) });
    const { reader } = open();
    const at: number[] = [];
    reader.write = () => {
      at.push(clock.now());
      spent += took;
    };
    for (let n = 0; n < 100; n += 1) {
      index.put(resource({ name: 'a' }));
      clock.advance(10);
    }
    const rests = at.slice(1).map((time, n) => time - at[n]);
    expect(rests.length).toBeGreaterThan(2);
    expect(new Set(rests)).toEqual(new Set([rest]));
  });

  it('sends later what changes while it writes', () => {
    const { reader } = open();
    reader.frames();
    const { write } = reader;
    reader.write = text => {
      reader.write = write;
      write.call(reader, text);
      index.put(resource({ name: 'b' }));
      hub.sourcesChanged();
    };
    index.put(resource({ name: 'a' }));
    clock.advance(0);
    expect(reader.frames().map(ids)).toEqual([['id-a']]);
    clock.advance(100);
    const [changes, sources] = reader.frames();
    expect(ids(changes)).toEqual(['id-b']);
    expect(sources.type).toBe('sources');
  });

  it('tells without their rows what changes all at once', () => {
    const { reader } = open();
    reader.frames();
    index.put(
      ...Array.from({ length: 1_000 }, (_, n) =>
        resource({ name: `n${n}`, entityRef: `component:default/n${n}` }),
      ),
    );
    clock.advance(0);
    expect(reader.text.length).toBeLessThan(256 * 1024);
    const [frame] = reader.frames();
    expect(ids(frame)).toHaveLength(1_000);
    expect(frame).toMatchObject({
      changed: expect.arrayContaining([
        { id: 'id-n7', version: 8, entityRef: 'component:default/n7' },
      ]),
    });
    index.put(resource({ name: 'n7' }));
    clock.advance(100);
    expect(JSON.stringify(reader.frames())).toContain('"resource"');
  });

  it('lets a viewer read all again who would be told of too much, and no other', () => {
    const { reader } = open();
    const other = open(only('b')).reader;
    reader.frames();
    other.frames();
    index.put(
      ...Array.from({ length: 2_001 }, (_, n) =>
        resource({ name: `n${n}`, ownerRef: n === 7 ? 'b' : 'a' }),
      ),
    );
    clock.advance(0);
    expect(reader.frames()).toEqual([
      { id: 'e1.2001', type: 'reset', version: 2_001 },
    ]);
    expect(ids(other.frames()[0])).toEqual(['id-n7']);
  });

  it('says that a row is gone', () => {
    index.put(resource({ name: 'a', entityRef: 'component:default/a' }));
    const { reader } = open();
    reader.frames();
    index.drop('id-a');
    clock.advance(0);
    const [frame] = reader.frames();
    expect(frame).toMatchObject({
      changed: [
        { id: 'id-a', removed: true, entityRef: 'component:default/a' },
      ],
    });
    expect(JSON.stringify(frame)).not.toContain('resource');
  });

  it('resumes from a version of this process', () => {
    index.put(resource({ name: 'a' }), resource({ name: 'b' }));
    const [frame] = open(ALL, 'e1.1').reader.frames();
    expect(frame).toMatchObject({ type: 'changes', version: 2, id: 'e1.2' });
    expect(ids(frame)).toEqual(['id-b']);
    expect(open(ALL, 'e1.2').reader.frames()).toEqual([
      { id: 'e1.2', type: 'changes', version: 2, changed: [] },
    ]);
  });

  it.each(['e0.1', '1', 'e1.', 'e1.x', 'e1.99', 'e1.-1', ''])(
    'resets for %j',
    lastEventId => {
      index.put(resource({ name: 'a' }), resource({ name: 'b' }));
      expect(open(ALL, lastEventId).reader.frames()[0].type).toBe('reset');
    },
  );

  it('resets what lies too far back', () => {
    index.put(resource({ name: 'a' }), resource({ name: 'b' }));
    index.forgotten = 2;
    expect(open(ALL, 'e1.1').reader.frames()[0].type).toBe('reset');
  });

  describe('with viewers who see different things', () => {
    it('shows each what they may see, and no frame to who sees none of it', () => {
      const a = open(only('a')).reader;
      const b = open(only('b')).reader;
      a.frames();
      b.frames();
      index.put(resource({ name: 'x', ownerRef: 'a' }));
      clock.advance(0);
      expect(ids(a.frames()[0])).toEqual(['id-x']);
      expect(b.text).toBe('');
    });

    it.each(['live', 'resumed'])('%s: a row that changes hands', how => {
      index.put(resource({ name: 'x', ownerRef: 'a' }));
      const early = how === 'live' ? [open(only('a')), open(only('b'))] : [];
      early.forEach(({ reader }) => reader.frames());
      index.put(resource({ name: 'x', ownerRef: 'b' }, { message: 'canary' }));
      clock.advance(0);
      const late = early.length
        ? early
        : [open(only('a'), 'e1.1'), open(only('b'), 'e1.1')];
      const [[left], [joined]] = late.map(({ reader }) => reader.frames());
      expect(left).toMatchObject({ changed: [{ id: 'id-x', removed: true }] });
      expect(JSON.stringify(left)).not.toContain('canary');
      expect(JSON.stringify(joined)).toContain('canary');
    });

    it('moves a viewer whose rights changed, and lets them read all again', () => {
      const { reader, handle } = open(only('a'));
      reader.frames();
      handle.reauthorise(only('a'));
      expect(reader.frames()).toEqual([]);
      handle.reauthorise(only('b'));
      expect(reader.frames()[0].type).toBe('reset');
      index.put(resource({ name: 'x', ownerRef: 'a' }));
      index.put(resource({ name: 'y', ownerRef: 'b' }));
      clock.advance(0);
      expect(ids(reader.frames()[0])).toEqual(['id-y']);
    });
  });

  it('makes text of a row once for a thousand streams of three kinds', () => {
    const readers = Array.from(
      { length: 1000 },
      (_, n) => open(n % 3 ? only('a') : ALL).reader,
    );
    readers.forEach(reader => reader.frames());
    const told = resource({ name: 'x', ownerRef: 'a' });
    const toJSON = jest.fn(() => ({ id: 'x' }));
    Object.assign(told.row, { toJSON });
    const writes = readers.map(reader => reader.writes);
    index.put(told);
    clock.advance(0);
    expect(toJSON).toHaveBeenCalledTimes(1);
    readers.forEach((reader, n) => expect(reader.writes).toBe(writes[n] + 1));
  });

  it('sends a heartbeat each 15 s', () => {
    const { reader } = open();
    reader.frames();
    clock.advance(45_000);
    expect(reader.text).toBe(': alive\n\n'.repeat(3));
  });

  it('cuts a slow reader off, and no other', () => {
    const slow = open().reader;
    const fast = open().reader;
    slow.waiting = 1024 * 1024 + 1;
    index.put(resource({ name: 'a' }));
    clock.advance(0);
    expect(slow.destroyed).toBe(true);
    expect(fast.destroyed).toBe(false);
    expect(hub.size).toBe(1);
  });

  it('cuts nobody off for what it is just sending', () => {
    const { reader } = open();
    const { write } = reader;
    reader.write = text => {
      write.call(reader, text);
      reader.waiting = 1024 * 1024 + 1;
    };
    index.put(resource({ name: 'a' }));
    clock.advance(0);
    expect(reader.destroyed).toBe(false);
    reader.waiting = 0;
    index.put(resource({ name: 'b' }));
    clock.advance(100);
    expect(reader.destroyed).toBe(false);
    index.put(resource({ name: 'c' }));
    clock.advance(100);
    expect(reader.destroyed).toBe(true);
  });

  it('tells when a source changes', () => {
    const { reader } = open();
    reader.frames();
    hub.sourcesChanged();
    hub.sourcesChanged();
    clock.advance(0);
    expect(reader.frames()).toEqual([
      { id: 'e1.0', type: 'sources', version: 0 },
    ]);
  });

  it('ends all when it stops, and takes none after', () => {
    const { reader } = open();
    hub.stop();
    expect(reader.ended).toBe(true);
    expect(open().reader.ended).toBe(true);
  });

  it('lets go of who closes', () => {
    const { handle } = open();
    handle.close();
    expect(hub.size).toBe(0);
  });
});
