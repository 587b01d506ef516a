import { mockServices } from '@backstage/backend-test-utils';
import {
  SourceFault,
  SourceScope,
} from '@millrace/backstage-plugin-data-platform-node';
import {
  ManualClock,
  settle,
  until,
} from '../sources/__testUtils__/ManualClock';
import { RecordingSink } from '../sources/__testUtils__/RecordingSink';
import { PolledSource } from './PolledSource';
import { ToySource, toySystem, unreachable } from './__testUtils__/ToySource';

describe('PolledSource', () => {
  let abort: AbortController;
  let clock: ManualClock;
  let sink: RecordingSink;
  let toys: ToySource;
  let allotted: readonly SourceScope[];
  let done: Promise<void>;

  beforeEach(() => {
    abort = new AbortController();
    clock = new ManualClock();
    sink = new RecordingSink();
    toys = new ToySource();
    toys.place('sales', ['main', 'fix'], 'domain:default/sales');
    toys.place('web', ['main']);
  });
  afterEach(async () => {
    abort.abort();
    await done;
  });

  const start = () => {
    const source = new PolledSource({
      ...{ system: toySystem(toys), source: toys, sink, clock },
      allot: scopes => {
        allotted = scopes;
      },
      logger: mockServices.logger.mock(),
      random: () => 0.5,
    });
    done = source.run(abort.signal);
    return source;
  };
  const names = () => sink.names();

  it('lists all places, and says which belong to which domain', async () => {
    const source = start();
    expect(source.warming()).toBe(true);
    await until(() => !source.warming());
    expect(names()).toEqual(['sales/fix', 'sales/main', 'web/main']);
    expect(allotted).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'sales',
          domainRef: 'domain:default/sales',
        }),
      ]),
    );
    expect(source.source()).toMatchObject({
      ...{ name: 'toys', type: 'toys', state: 'connected', version: '1.2.3' },
      message: 'Connected to Toys 1.2.3. A toy.',
      resources: 3,
      kinds: [{ kind: 'ToyBranch', state: 'watching' }],
    });
  });

  it('keeps nothing that its definition does not keep', async () => {
    const source = start();
    await until(() => !source.warming());
    const all = JSON.stringify([...sink.rows.values()].map(row => row.object));
    expect(all).not.toContain('CANARY');
  });

  it('lists again after half a minute, and tells only what differs', async () => {
    const source = start();
    await until(() => !source.warming());
    sink.calls.length = 0;
    clock.advance(30_000);
    await until(() => toys.asked.filter(each => each === 'sales').length === 2);
    await settle();
    expect(sink.calls).toEqual([]);
    toys.place('sales', ['main', 'new']);
    clock.advance(30_000);
    await until(() => names().includes('sales/new'));
    expect(sink.calls).toEqual([
      expect.stringMatching(/^remove .*sales\/fix/),
      expect.stringMatching(/^upsert .*sales\/new/),
    ]);
  });

  it('lists at once what is said to have changed, however often it is said', async () => {
    const source = start();
    await until(() => !source.warming());
    await settle();
    toys.asked.length = 0;
    toys.place('sales', ['main', 'pushed']);
    toys.changed('sales');
    toys.changed('sales');
    await settle();
    toys.changed('sales');
    clock.advance(300);
    await until(() => names().includes('sales/pushed'));
    expect(toys.asked).toEqual(['sales']);
  });

  it('looks for a place that it does not know yet', async () => {
    const source = start();
    await until(() => !source.warming());
    await settle();
    toys.place('fresh', ['main']);
    toys.changed('fresh');
    await settle();
    clock.advance(300);
    await until(() => names().includes('fresh/main'));
    expect(names()).toHaveLength(4);
  });

  it('forgets what is gone with its place', async () => {
    const source = start();
    await until(() => !source.warming());
    toys.places.delete('sales');
    clock.advance(30_000);
    await until(() => names().length === 1);
    expect(names()).toEqual(['web/main']);
  });

  it('keeps the rows of a server that went away, marked, and lifts the mark', async () => {
    const source = start();
    await until(() => !source.warming());
    toys.faults.set('probe', unreachable());
    clock.advance(30_000);
    await until(() => source.source().state === 'stale');
    expect(names()).toHaveLength(3);
    expect([...sink.marks.keys()].sort()).toEqual(['toys/sales', 'toys/web']);
    expect(sink.marks.get('toys/sales')).toMatch(
      /Showing the state of 10:00 UTC: Toys server toys has not answered since .*connection refused/,
    );
    toys.faults.clear();
    clock.advance(30_000);
    await until(() => source.source().state === 'connected');
    await until(() => sink.marks.size === 0);
  });

  it('lifts the mark of no place that has not been listed again', async () => {
    const source = start();
    await until(() => !source.warming());
    toys.faults.set('probe', unreachable());
    clock.advance(30_000);
    await until(() => source.source().state === 'stale');
    toys.faults.delete('probe');
    toys.faults.set('sales', unreachable());
    clock.advance(30_000);
    await until(() => source.source().state === 'connected');
    await until(() => !sink.marks.has('toys/web'));
    expect([...sink.marks.keys()]).toEqual(['toys/sales']);
  });

  it('takes up in the next round what is said to have changed during one', async () => {
    const source = start();
    await until(() => !source.warming());
    await settle();
    const { list } = toys;
    toys.list = async (scope, signal) => {
      toys.list = list;
      const before = await toys.list(scope, signal);
      toys.place('fresh', ['main']);
      toys.changed();
      return before;
    };
    clock.advance(30_000);
    await until(() => toys.places.has('fresh'));
    await settle();
    clock.advance(300);
    await until(() => names().includes('fresh/main'));
    expect(names()).toHaveLength(4);
  });

  it('marks one place that cannot be read, and goes on with the others', async () => {
    const source = start();
    await until(() => !source.warming());
    toys.faults.set('sales', new SourceFault('refused', 'it is being deleted'));
    toys.place('web', ['main', 'more']);
    clock.advance(30_000);
    await until(() => names().includes('web/more'));
    await until(() => sink.marks.size === 1);
    expect([...sink.marks]).toEqual([
      ['toys/sales', expect.stringContaining('it is being deleted')],
    ]);
    expect(source.source()).toMatchObject({
      state: 'connected',
      message: expect.stringContaining('but: Showing the state of 10:00'),
    });
    toys.faults.clear();
    clock.advance(40_000);
    await until(() => sink.marks.size === 0);
  });

  it.each([
    ['forbidden', 'forbidden'],
    ['unsupported', 'unsupported'],
    ['unreachable', 'unreachable'],
  ] as const)(
    'says %s of a server that was never read',
    async (kind, state) => {
      toys.faults.set('probe', new SourceFault(kind, 'because'));
      const source = start();
      await until(() => !source.warming());
      expect(source.source()).toMatchObject({
        state,
        message: expect.stringContaining('because'),
        kinds: [{ state: 'error' }],
      });
    },
  );

  it('waits no longer than its deadline for a server that never answers', async () => {
    toys.hangs = true;
    const source = start();
    await until(() => toys.asked.includes('probe'));
    clock.advance(10_000);
    await until(() => source.source().state === 'unreachable');
    expect(source.source().message).toContain('no answer within 10 s');
  });

  it('tells thousands as one list', async () => {
    toys.place(
      'sales',
      Array.from({ length: 5_000 }, (_, n) => `b${n}`),
    );
    const source = start();
    await until(() => !source.warming());
    sink.calls.length = 0;
    toys.revision = '2';
    clock.advance(30_000);
    await until(() => sink.calls.length === 2);
    expect(sink.calls.map(call => call.split(' ')[0]).sort()).toEqual([
      'replace',
      'upsert',
    ]);
  });
});
