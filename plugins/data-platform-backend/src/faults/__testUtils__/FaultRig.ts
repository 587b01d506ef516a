import { mockServices } from '@backstage/backend-test-utils';
import {
  PlatformResource,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import {
  FakeApiServer,
  SPARK_APPS,
} from '../../sources/__testUtils__/FakeApiServer';
import { FakeStore } from '../../sources/__testUtils__/FakeStore';
import { until } from '../../sources/__testUtils__/ManualClock';
import { SourcesHarness } from '../../sources/__testUtils__/SourcesHarness';
import { RecordingHistory } from '../../store/__testUtils__/RecordingHistory';
import { StaticEntities } from '../../store/__testUtils__/StaticEntities';
import {
  createPlatformIndex,
  PlatformIndex,
} from '../../store/createPlatformIndex';
import {
  faultIntegration,
  SCHEDULES,
  SPARK_SCHEDULES,
} from './faultIntegration';

/** The cluster that a fault befalls, and the one beside it. */
export const SICK = 'eu-1';
export const WELL = 'eu-2';

/** Two clusters over real HTTP, the real sources and the real index, on a clock that the test drives. */
export class FaultRig {
  readonly harness = new SourcesHarness();
  readonly sick = new FakeApiServer(new FakeStore('a'));
  readonly well = new FakeApiServer(new FakeStore('b'));
  readonly history = new RecordingHistory();
  readonly index: PlatformIndex;

  readonly #integrations: readonly DataPlatformIntegration[];

  constructor(integrations: DataPlatformIntegration[] = [faultIntegration]) {
    this.#integrations = integrations;
    this.index = createPlatformIndex({
      integrations,
      clock: this.harness.clock,
      entities: new StaticEntities(),
      history: this.history,
      linkPatterns: {},
      logger: mockServices.logger.mock(),
      clockSkewMs: source => this.harness.sources?.clockSkewMs(source) ?? 0,
    });
  }

  get clock() {
    return this.harness.clock;
  }

  /** Both clusters with two applications and a schedule, read and told. */
  async start(options?: Parameters<SourcesHarness['connect']>[1]) {
    await this.begin(options);
    await this.allWell();
  }

  /** The same, without waiting until they are read. */
  async begin(
    options: Parameters<SourcesHarness['connect']>[1] = {},
  ): Promise<void> {
    for (const server of [this.sick, this.well]) {
      server.served.add(SCHEDULES);
      server.store.put(SPARK_APPS, 'sales', 'orders');
      server.store.put(SPARK_APPS, 'hr', 'payroll');
      server.store.put(SPARK_SCHEDULES, 'sales', 'nightly');
      await server.start();
    }
    this.harness.connect(this.sick, { name: SICK, ...options });
    this.harness.connect(this.well, { name: WELL });
    this.harness.start(this.#integrations, this.index.sink);
  }

  /** Until both clusters are followed and every row is vouched for. */
  async allWell(): Promise<void> {
    await this.passUntil(
      () =>
        !this.harness.sources.warming() &&
        !this.index.resources.settling &&
        this.harness.sources.list().every(each => each.state === 'connected') &&
        this.rows().length > 0 &&
        this.rows().every(row => !row.stale),
    );
  }

  source(name = SICK): Source {
    return this.harness.sources.find(name)!;
  }

  kind(kind: string, name = SICK): Source['kinds'][number] | undefined {
    return this.source(name).kinds.find(each => each.kind === kind);
  }

  rows(source?: string, kind?: string): readonly PlatformResource[] {
    return this.index.resources.query(
      { sort: 'name', order: 'asc', limit: 1e6, offset: 0, source, kind },
      () => true,
    ).items;
  }

  names(source = SICK, kind = 'SparkApplication'): string[] {
    return this.rows(source, kind).map(row => row.name);
  }

  /** What the sick cluster has, and the index would show once it is well. */
  put(name: string, fields = {}, metadata = {}) {
    return this.sick.store.put(SPARK_APPS, 'sales', name, fields, metadata);
  }

  passUntil(expected: () => unknown, stepMs = 250): Promise<void> {
    return this.harness.passUntil(expected, stepMs);
  }

  /** The other cluster is as quick and as sure as ever: a change shows without any time passing. */
  async otherIsWell(): Promise<void> {
    const name = `since-${this.well.store.version}`;
    const before = this.clock.now();
    this.well.store.put(SPARK_APPS, 'sales', name);
    await until(() => this.names(WELL).includes(name));
    const stale = this.rows(WELL).filter(row => row.stale);
    const { state } = this.source(WELL);
    if (this.clock.now() > before || state !== 'connected' || stale.length) {
      throw new Error(
        `${WELL} is ${state} with ${stale.length} stale rows, after ${
          this.clock.now() - before
        } ms`,
      );
    }
  }

  /** Lets so much time pass, with every request answered that ever will be. */
  async clockPasses(ms: number): Promise<void> {
    const end = this.clock.now() + ms;
    await this.passUntil(() => this.clock.now() >= end, 1_000);
  }

  /** How often the sick cluster was asked for its whole list of applications. */
  lists(): number {
    return this.sick.count(
      ({ isList, plural, query }) =>
        isList &&
        plural === 'sparkapplications' &&
        !query.has('fieldSelector') &&
        !query.has('continue'),
    );
  }

  async stop(): Promise<void> {
    await this.harness.stop();
    this.index.stop();
    await Promise.all([this.sick.stop(), this.well.stop()]);
  }
}
