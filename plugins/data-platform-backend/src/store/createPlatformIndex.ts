import { LoggerService } from '@backstage/backend-plugin-api';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import {
  DataPlatformIntegration,
  RunFacts,
} from '@millrace/backstage-plugin-data-platform-node';
import { Guard } from '../assess/Guard';
import { safeLinks } from '../assess/safeLinks';
import { Clock } from '../clusters/Clock';
import { HistoryStore } from '../history/types';
import { Joiner } from '../join/Joiner';
import { PlacementDirectory } from '../join/PlacementDirectory';
import { DomainDirectory, EntityDirectory } from '../join/types';
import { ObjectSink } from '../sources/types';
import { Contexts } from './Contexts';
import { EntryTable } from './EntryTable';
import { EvidenceIntake } from './EvidenceIntake';
import { IndexReader } from './IndexReader';
import { IndexSink } from './IndexSink';
import { Judge } from './Judge';
import { LiveObjects } from './LiveObjects';
import { Notifier } from './Notifier';
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
}

/** The index of live objects: what sources tell goes in, what screens read comes out. All of it is synchronous. */
export interface PlatformIndex {
  readonly sink: ObjectSink;
  readonly resources: IndexReader;
  readonly domains: DomainDirectory;
  readonly sources: SourceNews;
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
  const table = new EntryTable();
  const guard = new Guard(logger);
  const notifier = new Notifier(clock, logger);
  const marks = new StaleMarks();
  const news = new SourceNews();
  const places = new PlacementDirectory();
  const joiner = new Joiner(table, entities, places);
  const evidence = new EvidenceIntake({ ...options, table, guard, now });
  const contexts = new Contexts({
    table,
    guard,
    now,
    evidence: source => evidence.of(source),
    lastActivity: entry => evidence.lastActivity(entry),
  });
  const recorder = new RunRecorder({
    history,
    clock,
    now,
    links: ({ definition, object }) =>
      safeLinks(definition, object, { patterns: linkPatterns }, guard),
    onFailedRun: options.onFailedRun,
  });
  const judge = new Judge({
    contexts,
    evidence,
    guard,
    recorder,
    joinOf: entry => joiner.of(entry),
    staleOf: entry => marks.of(entry),
  });
  const parts = { table, evidence, judge, notifier, now };
  const live = new LiveObjects({ ...parts, clock, joiner });
  recorder.retryBy(entry => live.assessLater(entry));
  const unsubscribe = entities.subscribe(() =>
    live.rejoin(joiner.followEntities()),
  );
  return {
    sink: new IndexSink({ ...parts, live, places, marks, news, history }),
    resources: new IndexReader({ ...parts, live, guard, linkPatterns }),
    domains: places,
    sources: news,
    assessmentFailures: () => guard.failures,
    stop() {
      unsubscribe();
      live.stop();
      evidence.stop();
    },
  };
}
