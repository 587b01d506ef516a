import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Finding,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  DataPlatformIntegration,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { checkAccess } from '../clusters/checkAccess';
import { Clock } from '../clusters/Clock';
import { linkedAbort } from '../clusters/linkedAbort';
import { ClusterConnection } from '../clusters/types';
import { Backoff } from './Backoff';
import { ClusterLink } from './ClusterLink';
import { discover, Discovery } from './discover';
import { EVIDENCE_KINDS, evidenceFeeds } from './evidenceFeeds';
import { objectFeed } from './objectFeed';
import { ReflectorContext } from './Reflector';
import { reflectorFault } from './reflectorFault';
import { ScopedWatch } from './ScopedWatch';
import { outageSentence } from './sentences';
import { kindStates, sourceState } from './sourceState';
import { Turnstile } from './Turnstile';
import { ObjectSink } from './types';
import { Wakeup } from './Wakeup';

export interface ClusterSourceOptions {
  connection: ClusterConnection;
  integrations: readonly DataPlatformIntegration[];
  sink: ObjectSink;
  clock: Clock;
  random: () => number;
  logger: LoggerService;
  allTurns: Turnstile;
  rank?: number;
  recheckMs: number;
  probeMs: number;
  probeDeadlineMs: number;
}

/** How often rights are checked, in rechecks. */
const ACCESS_CHECK_EVERY = 12;
/** A kind that several discoveries in a row do not know is gone, and its objects with it. */
const GONE_AFTER = 2;

/** A kind that integrations know, on this cluster. */
export interface WatchedKind {
  definition: ResourceDefinition<any>;
  /** Undefined while the cluster does not serve it. */
  watch?: ScopedWatch<any>;
  /** The last watch, whose rows are still shown. */
  previous?: ScopedWatch<any>;
  absences: number;
  /** True once a discovery has spoken about it. */
  discovered: boolean;
}

/** Everything that is read from one cluster. No other cluster is slowed by it, and nothing it does throws. */
export class ClusterSource {
  readonly #options: ClusterSourceOptions;
  readonly #link: ClusterLink;
  readonly #context: ReflectorContext;
  readonly #kinds: WatchedKind[];
  readonly #evidence: ScopedWatch<unknown>[];
  readonly #discovery = new Wakeup();
  #namespaces: readonly string[];
  #findings: readonly Finding[] = [];
  #told = '';
  /** Until something happens that could make it untrue. */
  #warm = false;
  #since: number;
  #state: Source['state'] = 'connecting';
  #stopped = false;

  constructor(options: ClusterSourceOptions) {
    const { connection, integrations, sink, clock, random } = options;
    this.#options = options;
    this.#since = clock.now();
    this.#namespaces = connection.namespaces ?? [];
    this.#link = new ClusterLink({
      connection,
      clock,
      random,
      probeMs: options.probeMs,
      probeDeadlineMs: options.probeDeadlineMs,
      onChange: () => this.#linkChanged(),
    });
    this.#context = {
      connection,
      link: this.#link,
      ownTurn: new Turnstile(1),
      allTurns: options.allTurns,
      rank: options.rank,
      clock,
      random,
      logger: options.logger,
      recheckMs: options.recheckMs,
    };
    this.#kinds = integrations
      .flatMap(integration => integration.resources)
      .map(definition => ({ definition, absences: 0, discovered: false }));
    this.#evidence = evidenceFeeds(connection.name, integrations, sink, names =>
      this.#domainNamespaces(names),
    ).map(feed => this.#watchOf(feed));
  }

  get name(): string {
    return this.#options.connection.name;
  }

  get clockSkewMs(): number {
    return this.#link.clockSkewMs;
  }

  /** Runs until `signal` aborts. */
  async run(signal: AbortSignal): Promise<void> {
    this.#changed();
    for (const watch of this.#evidence) {
      watch.setNamespaces(this.#namespaces);
      watch.start();
    }
    await Promise.all([this.#link.run(signal), this.#discoverForever(signal)]);
    this.#stopped = true;
    for (const watch of this.#watches()) {
      watch.stop();
    }
  }

  /** True until every kind has been listed once or has failed once. */
  warming(): boolean {
    // Every read asks this, of every cluster.
    this.#warm ||=
      this.#kinds.every(
        ({ discovered, watch }) => discovered && (watch?.settled ?? true),
      ) && this.#evidence.every(watch => watch.settled);
    return !this.#warm;
  }

  source(): Source {
    const { connection, clock } = this.#options;
    const { name, title, sandbox } = connection;
    const kinds = kindStates(this.#kinds, this.#evidence, connection.name);
    const { state, message } = sourceState({
      name,
      link: this.#link,
      kinds,
      findings: this.#findings,
      now: clock.now(),
    });
    const { lastContact, version } = this.#link;
    return {
      name,
      ...(title === undefined ? {} : { title }),
      type: 'kubernetes',
      state,
      message,
      since: new Date(this.#since).toISOString(),
      ...(lastContact === undefined
        ? {}
        : { lastContact: new Date(lastContact).toISOString() }),
      ...(version === undefined ? {} : { version }),
      ...(sandbox === undefined ? {} : { sandbox }),
      resources: this.#kinds.reduce(
        (sum, { watch, previous }) => sum + ((watch ?? previous)?.size ?? 0),
        0,
      ),
      kinds,
    };
  }

  *#watches(): Generator<ScopedWatch<any>> {
    yield* this.#evidence;
    for (const { watch } of this.#kinds) {
      if (watch) {
        yield watch;
      }
    }
  }

  #watchOf<T>(feed: ConstructorParameters<typeof ScopedWatch<T>>[0]) {
    return new ScopedWatch<T>(feed, this.#context, () => this.#changed());
  }

  #domainNamespaces(names: readonly string[]): void {
    if (this.#options.connection.namespaces) {
      return;
    }
    this.#namespaces = names;
    for (const watch of this.#watches()) {
      watch.setNamespaces(names);
    }
    this.#warm = false;
  }

  #linkChanged(): void {
    const { failure, isUp, lastContact } = this.#link;
    const { logger, clock } = this.#options;
    if (isUp) {
      logger.info(`Cluster ${this.name} answers`);
      this.#discovery.wake();
    } else if (failure) {
      const message = outageSentence({
        subject: `cluster ${this.name}`,
        fault: 'has not answered',
        lastGood: lastContact,
        since: failure.since,
        reason: failure.reason,
        now: clock.now(),
      });
      logger.warn(message);
      for (const kind of this.#kinds) {
        kind.discovered = true;
      }
      for (const watch of this.#watches()) {
        watch.clusterDown(failure.since, message);
      }
    }
    this.#changed();
  }

  async #discoverForever(signal: AbortSignal): Promise<void> {
    const { connection, clock, recheckMs, random, logger } = this.#options;
    const matches = this.#kinds.map(({ definition }) => definition.match);
    const backoff = new Backoff(random);
    for (let round = 0; !signal.aborted; ) {
      await this.#link.ready(signal);
      const abort = linkedAbort(signal, this.#link.period);
      let wait = recheckMs;
      try {
        this.#apply(await discover(connection, matches, abort.signal, clock));
        backoff.reset();
        if (round % ACCESS_CHECK_EVERY === 0) {
          await this.#checkAccess(abort.signal);
        }
        round += 1;
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        wait = this.#discoveryFailed(error, backoff);
        logger.debug(`Discovery of cluster ${this.name} failed: ${error}`);
      } finally {
        abort.release();
      }
      await this.#discovery.sleep(clock, wait, signal);
    }
  }

  #discoveryFailed(error: unknown, backoff: Backoff): number {
    const fault = reflectorFault(error);
    if (fault.type === 'no-answer' || fault.type === 'credentials') {
      this.#link.suspect();
    }
    for (const kind of this.#kinds) {
      kind.discovered = true;
    }
    if (fault.type === 'forbidden') {
      // Who may not discover may list all the same: try what each definition prefers.
      this.#apply({ versionOf: ({ versions }) => versions[0] });
      return this.#options.recheckMs;
    }
    this.#changed();
    return Math.max(backoff.next(), fault.retryAfterMs ?? 0);
  }

  #apply(discovery: Discovery): void {
    for (const kind of this.#kinds) {
      kind.discovered = true;
      const version = discovery.versionOf(kind.definition.match);
      if (version === undefined) {
        this.#absent(kind);
      } else if (kind.watch?.feed.version !== version || kind.watch.missing) {
        this.#watch(kind, version);
      }
    }
    this.#changed();
  }

  #watch(kind: WatchedKind, version: string): void {
    const { connection, sink, logger } = this.#options;
    kind.watch?.stop();
    kind.previous = undefined;
    kind.absences = 0;
    kind.watch = this.#watchOf(
      objectFeed(connection.name, kind.definition, version, sink, logger),
    );
    kind.watch.setNamespaces(this.#namespaces);
    kind.watch.start();
    this.#warm = false;
  }

  /** A server that has just started may not know its kinds yet: rows go only when it says so twice. */
  #absent(kind: WatchedKind): void {
    const { clock } = this.#options;
    kind.absences += 1;
    if (kind.watch) {
      kind.watch.stop();
      kind.watch.feed.stale(
        {
          since: new Date(clock.now()).toISOString(),
          message: `Cluster ${this.name} no longer serves ${kind.definition.kind}.`,
        },
        undefined,
      );
      kind.previous = kind.watch;
      kind.watch = undefined;
    } else if (kind.previous && kind.absences >= GONE_AFTER) {
      kind.previous.feed.replace([], undefined);
      kind.previous.feed.stale(undefined, undefined);
      kind.previous = undefined;
    }
  }

  async #checkAccess(signal: AbortSignal): Promise<void> {
    const { connection, logger } = this.#options;
    const served = this.#kinds
      .filter(({ watch }) => watch)
      .map(({ definition: { kind, match } }) => ({
        kind,
        group: match.group,
        plural: match.plural,
        clusterScoped: match.scope === 'cluster',
      }));
    const before = new Set(this.#findings.map(({ message }) => message));
    this.#findings = await checkAccess({
      connection,
      reads: [...served, ...EVIDENCE_KINDS],
      writes: served,
      signal,
    });
    for (const { message, remedy } of this.#findings) {
      if (!before.has(message)) {
        logger.warn(`${message} ${remedy ?? ''}`.trim());
      }
    }
    this.#changed();
  }

  /** Tells the sink when what people see of the source has changed, and looks again for a kind that went missing. */
  #changed(): void {
    if (this.#stopped) {
      return;
    }
    this.#warm = false;
    if (this.#kinds.some(({ watch }) => watch?.missing)) {
      this.#discovery.wake();
    }
    const { clock, sink } = this.#options;
    const { state } = this.source();
    if (state !== this.#state) {
      this.#state = state;
      this.#since = clock.now();
    }
    const source = this.source();
    const warming = this.warming();
    const { lastContact: _, resources: __, ...shown } = source;
    const told = JSON.stringify([shown, warming]);
    if (told !== this.#told) {
      this.#told = told;
      sink.source(source, warming);
    }
  }
}
