import { LoggerService } from '@backstage/backend-plugin-api';
import {
  OperatorState,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  DataPlatformIntegration,
  RunFacts,
} from '@millrace/backstage-plugin-data-platform-node';
import { Guard } from '../assess/Guard';
import { safeLinks } from '../assess/safeLinks';
import { Clock } from '../clusters/Clock';
import { ExecutorBook } from '../executors/ExecutorBook';
import { HistoryStore } from '../history/types';
import { OperatorBook } from '../operators/OperatorBook';
import { SourceStates } from '../operators/SourceStates';
import { Joiner } from '../join/Joiner';
import { PlacementDirectory } from '../join/PlacementDirectory';
import { DomainDirectory, EntityDirectory } from '../join/types';
import { NotebookOwners } from '../notebooks/entities/NotebookOwners';
import { ObjectSink } from '../sources/types';
import { concernsOf } from './concerns';
import { Contexts } from './Contexts';
import { Entry } from './Entry';
import { EntryTable } from './EntryTable';
import { EvidenceIntake } from './EvidenceIntake';
import { IndexReader } from './IndexReader';
import { IndexSink } from './IndexSink';
import { JobLines } from './JobLines';
import { Judge, VerdictNews } from './Judge';
import { LiveObjects } from './LiveObjects';
import { Notifier } from './Notifier';
import { RunNumbers } from './RunNumbers';
import { RunRecorder } from './RunRecorder';
import { SourceNews } from './SourceNews';
import { StaleMarks } from './StaleMarks';

/** What the index is made with. */
export interface PlatformIndexOptions {
  integrations: readonly DataPlatformIntegration[];
  clock: Clock;
  entities: EntityDirectory;
  history: HistoryStore;
  /** URL patterns by name. @see LinkContext */
  linkPatterns: Readonly<Record<string, string>>;
  logger: LoggerService;
  /** Server time minus our time, ms. Default 0. */
  clockSkewMs?(source: string): number;
  /** Called once for each attempt that failed, while its pods may still be there. */
  onFailedRun?(resource: PlatformResource, run: RunFacts): void;
  /** What runs tell of themselves. */
  numbers?: RunNumbers;
  /** Entities that the portal keeps for notebook servers. */
  owners?: NotebookOwners;
  /** Told of every verdict that is another than before. */
  onVerdict?(news: VerdictNews): void;
}

/** The index of live objects: what sources tell goes in, what screens read comes out. All of it is synchronous. */
export interface PlatformIndex {
  readonly sink: ObjectSink;
  readonly resources: IndexReader;
  readonly domains: DomainDirectory;
  readonly sources: SourceNews;
  /** The executors of runs that go on. */
  readonly executors: ExecutorBook<Entry>;
  /** The operators of a source, as they are judged now. */
  operators(source: string): readonly OperatorState[];
  /** Which places of a source that is no cluster belong to which domain. */
  allot(source: string, domains: ReadonlyMap<string, string>): void;
  /** What a row shows beside its verdict is new: it is made and told again. */
  refresh(id: string): void;
  /** How often an integration threw. */
  assessmentFailures(): number;
  stop(): void;
}

export function createPlatformIndex(
  options: PlatformIndexOptions,
): PlatformIndex {
  const { clock, entities, history, linkPatterns, logger } = options;
  const now = (source: string) =>
    clock.now() + (options.clockSkewMs?.(source) ?? 0);
  const guard = new Guard(logger);
  const table = new EntryTable(({ definition, object }) =>
    concernsOf(definition, object, guard),
  );
  const notifier = new Notifier(clock, logger);
  const marks = new StaleMarks();
  const news = new SourceNews();
  const places = new PlacementDirectory();
  const joiner = new Joiner(table, entities, places, options.owners);
  const evidence = new EvidenceIntake({ ...options, table, guard, now });
  const states = new SourceStates();
  const operators = new OperatorBook<Entry>({
    ...options,
    now,
    states,
    activity: (source, definition) =>
      evidence.lastActivity({ source, definition }),
  });
  const contexts = new Contexts({
    table,
    guard,
    now,
    evidence: source => evidence.of(source),
    lastActivity: entry => evidence.lastActivity(entry),
    complete: ({ source, namespace }) => states.complete(source, namespace),
    operator: entry => operators.view(entry),
  });
  const recorder = new RunRecorder({
    history,
    clock,
    now,
    links: ({ definition, object }) =>
      safeLinks(definition, object, { patterns: linkPatterns }, guard),
    onFailedRun: options.onFailedRun,
  });
  const lines = new JobLines();
  const executors = new ExecutorBook<Entry>({ history, clock, now });
  const judge = new Judge({
    executors,
    numbers: options.numbers,
    onVerdict: options.onVerdict,
    lines,
    contexts,
    evidence,
    guard,
    operators,
    recorder,
    joinOf: entry => joiner.of(entry),
    staleOf: entry => marks.of(entry),
  });
  const parts = { table, evidence, judge, operators, notifier, now };
  const live = new LiveObjects({ ...parts, clock, joiner, lines });
  recorder.retryBy(entry => live.assessLater(entry));
  operators.tell(waiting => {
    waiting.forEach(entry => live.assessLater(entry));
    news.tell();
  });
  const unsubscribe = entities.subscribe(() =>
    live.rejoin(joiner.followEntities()),
  );
  const disown = options.owners?.subscribe((source, uid) => {
    const entry = table.byUid(source, uid);
    if (entry) live.rejoin([entry]);
  });
  return {
    sink: new IndexSink({
      ...parts,
      live,
      places,
      marks,
      news,
      states,
      history,
    }),
    resources: new IndexReader({
      ...parts,
      live,
      guard,
      linkPatterns,
      executors,
      numbers: options.numbers,
    }),
    executors,
    domains: places,
    sources: news,
    operators: source => operators.of(source),
    allot(source, domains) {
      for (const place of places.allot(source, domains)) {
        live.rejoin(table.ofNamespace(source, place));
      }
    },
    refresh(id) {
      const entry = table.byId(id);
      if (entry) live.assess(entry, true);
    },
    assessmentFailures: () => guard.failures,
    stop() {
      unsubscribe();
      disown?.();
      live.stop();
      operators.stop();
      executors.stop();
      evidence.stop();
    },
  };
}
