import fc from 'fast-check';
import {
  FakeApiServer,
  Fault,
  sendStatus,
  SPARK_APPS,
} from './__testUtils__/FakeApiServer';
import { settle } from './__testUtils__/ManualClock';
import { SourcesHarness } from './__testUtils__/SourcesHarness';

/** Faults of a whole server, until it is healed. */
const FAULTS: Record<string, Fault> = {
  hang: () => true,
  error: (_, res) => {
    sendStatus(res, 500, 'no');
    return true;
  },
  busy: (_, res) => {
    sendStatus(res, 429, 'no', { 'retry-after': '2' });
    return true;
  },
  html: (_, res) => {
    res.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>');
    return true;
  },
  cut: (_, res) => {
    res.socket?.resetAndDestroy();
    return true;
  },
  unfinished: (request, res) => {
    if (!request.isList) {
      return false;
    }
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end('{"items":');
    return true;
  },
};

type Step =
  | { do: 'put' | 'delete' | 'recreate'; name: number }
  | { do: 'fault'; fault: keyof typeof FAULTS }
  | { do: 'heal' | 'compact' | 'reset' | 'end' | 'restart' }
  | { do: 'wait'; ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'put' as const,
        'delete' as const,
        'recreate' as const,
      ),
      name: fc.integer({ min: 0, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom(...Object.keys(FAULTS)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'heal' as const,
        'compact' as const,
        'reset' as const,
        'end' as const,
        'restart' as const,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.integer({ min: 0, max: 20_000 }),
    }),
  },
);

/** A server under random writes and faults, and what is shown of it. */
class Run {
  readonly server = new FakeApiServer();
  readonly harness = new SourcesHarness();
  readonly #ever = new Map<string, string>();
  #heal: (() => void)[] = [];
  #wrong: string[] = [];

  async start(): Promise<void> {
    await this.server.start();
    this.server.store.put(SPARK_APPS, 'ns', 'n0');
    this.harness.connect(this.server).start();
    await this.harness.passUntil(() => this.harness.sink.rows.size === 1);
    const { sink } = this.harness;
    // Whatever a list leaves out must not exist: a failed list never takes a row away.
    const replace = sink.replace.bind(sink);
    sink.replace = (scope, objects) => {
      const kept = new Set(objects.map(({ metadata }) => metadata.uid));
      const alive = this.alive();
      for (const uid of sink.rows.keys()) {
        if (!kept.has(uid) && alive.has(uid)) {
          this.#wrong.push(`a list took ${uid} away, which exists`);
        }
      }
      replace(scope, objects);
    };
    const upsert = sink.upsert.bind(sink);
    sink.upsert = (scope, object) => {
      const { uid, resourceVersion } = object.metadata;
      const before = sink.rows.get(uid)?.object.metadata.resourceVersion;
      if (before && version(before) > version(resourceVersion)) {
        this.#wrong.push(`${uid} went back from ${before}`);
      }
      upsert(scope, object);
    };
  }

  alive(): Map<string, string> {
    return new Map(
      this.server.store
        .list(SPARK_APPS)
        .map(({ metadata }) => [metadata.uid, metadata.resourceVersion]),
    );
  }

  async apply(action: Step): Promise<void> {
    const { server } = this;
    switch (action.do) {
      case 'put':
        server.store.put(SPARK_APPS, 'ns', `n${action.name}`);
        break;
      case 'delete':
        server.store.delete(SPARK_APPS, 'ns', `n${action.name}`);
        break;
      case 'recreate':
        server.store.delete(SPARK_APPS, 'ns', `n${action.name}`);
        server.store.put(SPARK_APPS, 'ns', `n${action.name}`);
        break;
      case 'fault':
        this.#heal.push(server.fault(FAULTS[action.fault]));
        break;
      case 'heal':
        this.heal();
        break;
      case 'compact':
        server.store.compact();
        break;
      case 'restart':
        await server.stop();
        await server.start();
        break;
      case 'wait':
        await this.pass(action.ms);
        break;
      default:
        server.endWatches('sparkapplications', action.do);
    }
    for (const [uid, at] of this.alive()) {
      this.#ever.set(uid, at);
    }
    await settle(3);
  }

  heal(): void {
    this.#heal.forEach(end => end());
    this.#heal = [];
  }

  async pass(ms: number): Promise<void> {
    const end = this.harness.clock.now() + ms;
    await this.harness.passUntil(
      () => this.harness.clock.now() >= end,
      Math.max(250, ms / 10),
    );
  }

  /** What is wrong with what is shown, besides being late. */
  wrong(): readonly string[] {
    for (const uid of this.harness.sink.rows.keys()) {
      if (!this.#ever.has(uid) && !this.alive().has(uid)) {
        this.#wrong.push(`${uid} is shown and never existed`);
      }
    }
    return this.#wrong;
  }

  async converges(): Promise<void> {
    this.heal();
    const { sink } = this.harness;
    await this.harness.passUntil(() => {
      const alive = this.alive();
      return (
        sink.rows.size === alive.size &&
        Array.from(sink.rows).every(
          ([uid, { object }]) =>
            alive.get(uid) === object.metadata.resourceVersion,
        )
      );
    }, 1_000);
    await this.harness.passUntil(() => sink.marks.size === 0, 1_000);
  }

  async stop(): Promise<void> {
    await this.harness.stop();
    await this.server.stop();
  }
}

function version(text: string | undefined): number {
  return Number(text?.slice(1) ?? 0);
}

describe('under random writes and faults', () => {
  it('shows nothing wrong, loses nothing to a failure, and converges', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 30 }),
        async steps => {
          const run = new Run();
          await run.start();
          try {
            for (const each of steps) {
              await run.apply(each);
              expect(run.wrong()).toEqual([]);
            }
            await run.converges();
            expect(run.wrong()).toEqual([]);
          } finally {
            await run.stop();
          }
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  }, 240_000);
});
