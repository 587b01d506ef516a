import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  DataPlatformIntegration,
  ResourceSystem,
} from '@millrace/backstage-plugin-data-platform-node';
import { Knex } from 'knex';
import { AdoptionReader } from '../adoption/AdoptionReader';
import { SPARK_JOB_KINDS } from '../adoption/jobKinds';
import { Guard } from '../assess/Guard';
import { Clock } from '../clusters/Clock';
import { Clusters } from '../clusters/ClusterTable';
import { DatabaseEntityStore } from '../entities/DatabaseEntityStore';
import { UsageReader } from '../executors/UsageReader';
import { DatabaseHistory } from '../history/DatabaseHistory';
import { ReadGuard } from '../history/ReadGuard';
import { RunBranches } from '../history/RunBranches';
import { RouterDeps } from '../http/deps';
import { StreamHub } from '../http/stream/StreamHub';
import { createEntityDirectory } from '../join/CatalogEntityDirectory';
import { createOperations } from '../operations/createOperations';
import { definitionOf } from '../operations/jobs/jobObjects';
import { withLogLinks, LogSubject } from '../logStore/logLinks';
import { Viewers } from '../permissions/Viewers';
import {
  createPresets,
  servedBy,
  servedVersion,
} from '../presets/createPresets';
import { namespacesUnread } from '../sources/namespacesUnread';
import { RunningSources, startSources } from '../sources/startSources';
import { systemAvailability } from '../operations/systems/systemAvailability';
import { domainsOf } from '../systems/domainsOf';
import { scopeEntitiesOf } from '../systems/ScopeEntities';
import { allSources, startSystems } from '../systems/startSystems';
import { createSparkNumbers } from '../sparkNumbers/createSparkNumbers';
import {
  createPlatformIndex,
  PlatformIndex,
} from '../store/createPlatformIndex';
import { NotebookBook } from '../notebooks/entities/NotebookBook';
import { BranchesOfRuns } from '../rollup/BranchesOfRuns';
import { IndexedResource } from '../store/types';
import { createApprovals } from './createApprovals';
import { createNotebooks } from './createNotebooks';
import { createNotices } from './createNotices';
import { VerdictNews } from '../store/Judge';
import { createVerdicts } from './createVerdicts';
import { FailedLogKeeper } from '../failedLogs/FailedLogKeeper';
import { PlatformTask } from './PlatformTask';
import { createTasks } from './createTasks';
import { followRegistrations } from './followRegistrations';
import { liveOperations } from './liveOperations';
import { Settings } from './readSettings';

export interface PlatformOptions {
  logger: LoggerService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  permissions: PermissionsService;
  auditor: AuditorService;
  catalog: CatalogService;
  /** With the plugin's migrations applied. */
  database: Knex;
  clusters: Clusters;
  integrations: readonly DataPlatformIntegration[];
  /** What is no cluster. Default: none. */
  systems?: readonly ResourceSystem[];
  settings: Settings;
  clock: Clock;
  /** Absent in processes that tell nobody anything. */
  notifications?: NotificationService;
}

/** The running platform: what the routes lean on, and how to end it. */
export interface Platform {
  deps: RouterDeps;
  /** Takes up what an earlier process left unfinished. */
  start(): void;
  /** What is to be done from time to time, by one replica at a time. */
  tasks: readonly PlatformTask[];
  /** Ends everything in good order: readers, writers, watches, what is queued, connections. */
  stop(): Promise<void>;
}

/** Puts the plugin together. Connects to clusters in the background: nothing here waits for one. */
export function createPlatform(options: PlatformOptions): Platform {
  const { logger, clock, database, integrations, settings } = options;
  const { connections, unsupported } = options.clusters;
  const shutdown = new AbortController();
  const { signal } = shutdown;
  const guard = new Guard(logger);
  const byName = new Map(connections.map(one => [one.name, one]));
  const connection = (source: string) => byName.get(source);

  const entityStore = new DatabaseEntityStore(database, () => clock.now());
  const entities = createEntityDirectory({ ...options, signal });
  const history = new DatabaseHistory({
    ...options,
    currentDefinition(entityRef) {
      const text = entities.get(entityRef)?.definition;
      return text && definitionOf(text).hash;
    },
  });
  const failedLogs = new FailedLogKeeper({
    history,
    connection,
    logger,
    clock,
    signal,
  });
  let indexed: PlatformIndex | undefined = undefined;
  const numbers = createSparkNumbers({
    ...options,
    ...settings,
    connection,
    signal,
    history,
    onChange: id => indexed?.refresh(id),
    activity: { observe: reading => indexed?.executors.observe(reading) },
  });
  const logLinks = <T extends LogSubject>(subject: T) =>
    withLogLinks(settings.logLinks, subject, clock.now());
  let sources: RunningSources | undefined = undefined;
  const clockSkewMs = (source: string) => sources?.clockSkewMs(source) ?? 0;
  let tellOwners: (news: VerdictNews) => void = () => {};
  const book = new NotebookBook();
  const index = createPlatformIndex({
    ...options,
    ...settings,
    owners: book,
    entities,
    history,
    clockSkewMs,
    onFailedRun: (row, run) => failedLogs.keep(row, run),
    onVerdict: news => tellOwners(news),
    numbers,
  });
  indexed = index;
  const notices = createNotices({
    ...options,
    entities,
    row: id => indexed?.resources.get(id)?.row,
    watched: () => watchedNames(sources),
    clockSkewMs,
    signal,
  });
  tellOwners = news => notices?.observe(news);
  const running = startSources({
    ...options,
    connections,
    unsupported,
    sink: index.sink,
    signal,
  });
  sources = running;
  const systems = options.systems ?? [];
  const scopeEntities = scopeEntitiesOf(systems, {
    ...{ store: entityStore, directory: entities, logger },
  });
  const polled = startSystems({
    ...options,
    systems,
    sink: index.sink,
    allot(source, scopes) {
      index.allot(source, domainsOf(scopes));
      void scopeEntities.get(source)?.observe(scopes);
    },
    signal,
  });
  const everywhere = allSources(running, polled);
  const adoption = new AdoptionReader({
    index: index.resources,
    domains: index.domains,
    entities,
    sources: running,
    jobKinds: SPARK_JOB_KINDS,
    stateOf: source => running.find(source),
    prefixOf: source => connection(source)?.impersonationPrefix,
  });
  const resourceOperations = (resource: IndexedResource) => [
    ...liveOperations(resource, index.resources, clock.now(), guard),
    ...systemAvailability(systems, resource, guard),
  ];
  const notebooks = createNotebooks({
    ...options,
    book,
    index: index.resources,
    domains: index.domains,
    entities,
    entityStore,
    sources: running,
    connection,
    serves: name => servedBy(running.find(name)),
    resourceOperations,
    signal,
  });
  const runBranches = new RunBranches(
    database,
    new ReadGuard({ clock, logger }),
  );
  const operating = createOperations({
    ...options,
    runBranches,
    settings: settings.operations,
    spark: settings.spark,
    notebooks: notebooks.plans,
    namespacesUnread: () => namespacesUnread(running.list()),
    serves: name => servedBy(running.find(name)),
    servedVersion: (name, kind) => servedVersion(running.find(name), kind),
    operators: name => index.operators(name),
    connections: () => connections,
    integrations,
    systems,
    entities: entityStore,
    directory: entities,
    domains: index.domains,
    index: index.resources,
    adoption,
    history,
    recordDefinition: (hash, yaml) => history.recordDefinition(hash, yaml),
  });
  const { service: operations, runner } = operating;
  const { approvals, checker } = createApprovals({
    ...options,
    systems,
    operations: operating,
    signal,
  });
  const verdicts = createVerdicts({
    index: index.resources,
    domains: index.domains,
    entities,
    history,
    branches: new BranchesOfRuns({
      records: runBranches,
      systems,
      index: index.resources,
    }),
    sources: everywhere,
    sourceNews: index.sources,
    clock,
    logLinks,
  });
  const hub = new StreamHub(index.resources, clock);
  const unfollow = index.sources.subscribe(() => hub.sourcesChanged());
  const deps: RouterDeps = {
    ...options,
    ...verdicts,
    viewers: new Viewers({ ...options, now: () => clock.now() }),
    index: index.resources,
    domains: index.domains,
    sources: everywhere,
    entities,
    entityStore,
    adoption,
    operations,
    approvals,
    operators: source => index.operators(source),
    hub,
    connection,
    usage: new UsageReader({
      history,
      live: id => index.resources.usageOf(id),
      prices: settings.prices,
    }),
    detail(id) {
      const detail = index.resources.detail(id);
      return detail && logLinks(detail);
    },
    resourceOperations,
    notebooks: notebooks.readers,
    presets: createPresets(running, settings.spark),
    shutdown: signal,
  };
  return {
    deps,
    tasks: createTasks({
      ...options,
      systems,
      checker,
      operations,
      index: index.resources,
      sources: everywhere,
      runs: verdicts.runs,
      signal,
    }),
    start() {
      runner.start();
      notebooks.entities.start();
      followRegistrations({ entityStore, entities, logger, signal });
    },
    async stop() {
      shutdown.abort();
      notices?.stop();
      unfollow();
      hub.stop();
      verdicts.stop();
      await Promise.all([runner.stop(), notebooks.entities.stop()]);
      await Promise.all([running.stop(), polled.stop()]);
      index.stop();
      await history.stop();
      await Promise.allSettled(connections.map(one => one.close()));
    },
  };
}

/** Sources of which every kind has been listed and none has gone stale. */
function watchedNames(sources: RunningSources | undefined): string[] {
  if (!sources || sources.warming()) return [];
  return sources
    .list()
    .filter(({ state }) => state === 'connected')
    .map(({ name }) => name);
}
