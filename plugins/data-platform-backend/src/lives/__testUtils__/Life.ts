import { setImmediate } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { sparkKubeflowIntegration } from '../../integrations/spark-kubeflow';
import { RunningSources, startSources } from '../../sources/startSources';
import { RecordingHistory } from '../../store/__testUtils__/RecordingHistory';
import { StaticEntities } from '../../store/__testUtils__/StaticEntities';
import { createPlatformIndex } from '../../store/createPlatformIndex';
import { ManualClock } from '../../store/ManualClock';
import { PlayedCluster, WatchLine } from './PlayedCluster';

/** One line and when it came, in ms since the life began. */
export interface TimedLine extends WatchLine {
  ms: number;
}

const EVIDENCE = ['pods', 'events', 'resourcequotas'];
/** Turns of the event loop in which a line gets from the connection into the index. */
const TURNS = 6;

/** A cluster's story, told to the whole read path (discovery, reflector, projection, index) on a clock that follows it. */
export class Life {
  readonly cluster = new PlayedCluster();
  readonly history = new RecordingHistory();
  readonly clock: ManualClock;
  /** All that a person would have read, in order. */
  readonly said: string[] = [];
  /** How often the state of the source or of its operators was news. */
  news = 0;
  readonly #start: number;
  readonly #integrations: readonly DataPlatformIntegration[];
  readonly #logger = mockServices.logger.mock();
  readonly #index;
  readonly #last = new Map<string, string>();
  #sources?: RunningSources;

  /** @param integration - of which the story is, and which reads all the kinds of its own */
  constructor(
    start: number,
    integration: DataPlatformIntegration = sparkKubeflowIntegration,
  ) {
    this.#integrations = [integration];
    this.#start = start;
    // What is fresh has been watched for a while: the portal was there before.
    this.clock = new ManualClock(start - 60_000);
    this.#index = createPlatformIndex({
      integrations: this.#integrations,
      clock: this.clock,
      entities: new StaticEntities(),
      history: this.history,
      linkPatterns: {},
      logger: this.#logger,
    });
    this.#index.sources.subscribe(() => {
      this.news += 1;
    });
  }

  async begin(): Promise<this> {
    this.#sources = startSources({
      connections: [this.cluster],
      unsupported: [],
      integrations: this.#integrations,
      sink: this.#index.sink,
      logger: this.#logger,
      signal: new AbortController().signal,
      clock: this.clock,
      random: () => 0.5,
    });
    for (let turn = 0; !this.#isWatching(); turn += 1) {
      if (turn > 2_000) throw new Error('The cluster is not being watched');
      await setImmediate();
    }
    await this.#settle();
    this.clock.advance(60_000);
    await this.#settle();
    return this;
  }

  /** Plays lines in their order, each at its time. */
  async play(lines: readonly TimedLine[]): Promise<this> {
    for (const line of lines) {
      await this.until(line.ms);
      this.cluster.tell(line);
      await this.#settle();
      this.#look();
    }
    return this;
  }

  /** Lets time pass, up to `ms` since the life began. */
  async until(ms: number): Promise<this> {
    const { clock } = this;
    while (clock.now() < this.#start + ms) {
      clock.advance(Math.min(5_000, this.#start + ms - clock.now()));
      await this.#settle(2);
      this.#look();
    }
    return this;
  }

  operators() {
    return this.#index.operators(this.cluster.name);
  }

  rows(): readonly PlatformResource[] {
    return this.#index.resources.query(
      { sort: 'name', order: 'asc', limit: 1000, offset: 0 },
      () => true,
    ).items;
  }

  async end(): Promise<void> {
    await this.#sources?.stop();
    this.#index.stop();
  }

  #isWatching(): boolean {
    const own = this.#integrations[0].resources.map(
      ({ match }) => match.plural,
    );
    const served = own.filter(plural => this.cluster.serves(plural));
    return [...served, ...EVIDENCE].every(plural =>
      this.cluster.isWatched(plural),
    );
  }

  async #settle(turns = TURNS): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) {
      await setImmediate();
    }
    this.clock.advance(0);
  }

  #look(): void {
    const rows = this.rows();
    for (const { name, assessment } of rows) {
      const { health, outcome, reason, message, since } = assessment;
      const ended = outcome ? ` <${outcome}>` : '';
      const from = since ? ` since ${this.#at(Date.parse(since))}` : '';
      this.#say(name, `${health} ${reason}${ended}: ${message}${from}`);
    }
    for (const { id, state, message } of this.operators()) {
      if (state === 'down') {
        this.#say(id, `down: ${message}`);
      } else if (this.#last.get(id)?.startsWith('down')) {
        this.#say(id, state);
      }
    }
    for (const name of this.#last.keys()) {
      if (!this.#isOperator(name) && !rows.some(row => row.name === name)) {
        this.#say(name, 'gone');
      }
    }
  }

  #isOperator(name: string): boolean {
    return this.operators().some(({ id }) => id === name);
  }

  #say(name: string, words: string): void {
    if (this.#last.get(name) !== words) {
      this.#last.set(name, words);
      this.said.push(`${this.#at(this.clock.now())} ${name} ${words}`);
    }
  }

  /** Seconds since the life began: `+12 s`. */
  #at(time: number): string {
    const seconds = Math.round((time - this.#start) / 1000);
    return `${seconds < 0 ? '' : '+'}${seconds}s`;
  }
}
