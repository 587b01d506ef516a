import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { UsageReader } from '../../executors/UsageReader';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { KnownEntity } from '../../join/types';
import { settingsWith } from '../../notebooks/__testUtils__/notebookServices';
import { NotebookBook } from '../../notebooks/entities/NotebookBook';
import { NotebookReader } from '../../notebooks/list/NotebookReader';
import { Viewers } from '../../permissions/Viewers';
import { JobReader } from '../../rollup/JobReader';
import { AdoptionReader } from '../../adoption/AdoptionReader';
import { SPARK_JOB_KINDS } from '../../adoption/jobKinds';
import { LatestRuns } from '../../rollup/LatestRuns';
import { RunReader } from '../../rollup/RunReader';
import { KeptSummaries } from '../../rollup/KeptSummaries';
import { SummaryReader } from '../../rollup/SummaryReader';
import { ManualClock } from '../../store/ManualClock';
import { registerTools } from '../../tools/registerTools';
import { createRouter } from '../createRouter';
import { RouterDeps } from '../deps';
import { StreamHub } from '../stream/StreamHub';
import { FakeCluster } from './FakeCluster';
import { FakeIndex } from './FakeIndex';
import { FakePolicy, userInfoFactory } from './people';
import {
  FakeDomains,
  FakeEntities,
  FakeEntityStore,
  fakeApprovals,
  fakeOperations,
  FakeHistory,
  FakeSources,
} from './fakes';
import { NOW } from './rows';

/** A running backend with the real router on fakes. */
export async function startPortal(
  entities: readonly KnownEntity[] = [],
  epoch?: string,
) {
  const fakes = {
    index: new FakeIndex(epoch),
    policy: new FakePolicy(),
    cluster: new FakeCluster(),
    entities: new FakeEntities(entities),
    history: new FakeHistory(),
    domains: new FakeDomains(),
    sources: new FakeSources(),
    entityStore: new FakeEntityStore(),
    operations: fakeOperations(),
    approvals: fakeApprovals(),
    tools: actionsRegistryServiceMock(),
    clock: new ManualClock(NOW),
    shutdown: new AbortController(),
    owners: new NotebookBook(),
    notebookOptions: { read: jest.fn() },
  };
  const hub = new StreamHub(fakes.index, fakes.clock);
  const plugin = createBackendPlugin({
    pluginId: 'data-platform',
    register(env) {
      env.registerInit({
        deps: {
          logger: coreServices.logger,
          auth: coreServices.auth,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
          userInfo: coreServices.userInfo,
        },
        async init({ httpRouter, ...services }) {
          httpRouter.use(routerOn(fakes, hub, services));
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      userInfoFactory,
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => fakes.policy,
      }),
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
    ],
  });
  const stop = async () => {
    fakes.shutdown.abort();
    hub.stop();
    await backend.stop();
  };
  return { ...fakes, hub, backend, server: backend.server, stop };
}

type Fakes = Pick<
  Awaited<ReturnType<typeof startPortal>>,
  | 'index'
  | 'cluster'
  | 'entities'
  | 'history'
  | 'domains'
  | 'sources'
  | 'entityStore'
  | 'operations'
  | 'approvals'
  | 'tools'
  | 'clock'
  | 'shutdown'
  | 'owners'
  | 'notebookOptions'
>;

function routerOn(
  fakes: Fakes,
  hub: StreamHub,
  services: Pick<
    Parameters<typeof createRouter>[0],
    'logger' | 'auth' | 'httpAuth' | 'permissions'
  > & { userInfo: typeof coreServices.userInfo.T },
) {
  const { index, history, entities, domains, sources, clock, tools } = fakes;
  const now = () => clock.now();
  const runs = new RunReader({
    index,
    history,
    entities,
    runOf: () => undefined,
  });
  const jobs = new JobReader({
    index,
    domains,
    sources,
    runs,
    latest: new LatestRuns(runs, index, now),
    checks: new Map([['spark-job', () => []]]),
    now,
  });
  const deps: RouterDeps = {
    ...services,
    ...fakes,
    adoption: new AdoptionReader({
      ...fakes,
      jobKinds: SPARK_JOB_KINDS,
      stateOf: source => sources.find(source),
      prefixOf: () => 'backstage:',
    }),
    hub,
    runs,
    jobs,
    viewers: new Viewers({ ...services, now }),
    summaries: new KeptSummaries({
      reader: new SummaryReader({
        index,
        entities,
        jobs,
        sources,
        jobTypes: new Set(['spark-job']),
      }),
      now,
      changes: [index, entities],
    }),
    shutdown: fakes.shutdown.signal,
    notebooks: {
      servers: new NotebookReader({
        index,
        owners: fakes.owners,
        settings: settingsWith({ connectBase: 'https://{cluster}.example' }),
        kinds: { of: () => undefined },
        now,
        operations: () => [],
      }),
      options: fakes.notebookOptions,
    },
    usage: new UsageReader({ history, live: () => undefined }),
    connection: name =>
      name === fakes.cluster.name ? fakes.cluster : undefined,
    detail: id => {
      const found = index.get(id);
      return (
        found && {
          ...found.row,
          assessment: found.assessment,
          links: [],
          pods: [],
          events: [],
          timeline: [],
        }
      );
    },
    resourceOperations: () => [
      { id: 'spark:stop', title: 'Stop', available: true, destructive: true },
    ],
    operators: source => sources.operators.get(source) ?? [],
    presets: () => ({
      clusters: [],
      quotas: [],
      spark: { versions: [], images: [] },
    }),
  };
  registerTools(tools, deps);
  return createRouter(deps);
}
