import { join } from 'node:path';
import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  OperationRequest,
  OperatorState,
} from '@millrace/backstage-plugin-data-platform-common';
import { ResourceSystem } from '@millrace/backstage-plugin-data-platform-node';
import knexFactory, { Knex } from 'knex';
import { JobGroup } from '../../adoption/jobGroups';
import { ClusterConnection } from '../../clusters/types';
import { DatabaseEntityStore } from '../../entities/DatabaseEntityStore';
import { RunBranches } from '../../history/RunBranches';
import { FakeIndex } from '../../http/__testUtils__/FakeIndex';
import { FakeEntities, FakeHistory } from '../../http/__testUtils__/fakes';
import {
  kubeflowNotebooksIntegration,
  kubeflowWorkspacesIntegration,
} from '../../integrations/kubeflow-notebooks';
import { sparkApacheIntegration } from '../../integrations/spark-apache';
import { sparkKubeflowIntegration } from '../../integrations/spark-kubeflow';
import { DomainDirectory, DomainPlacement } from '../../join/types';
import { FakeNotebookServices } from '../../notebooks/__testUtils__/notebookServices';
import { createOperations } from '../createOperations';
import { OperationSettings } from '../OperationSettings';
import { OperationTable } from '../OperationTable';
import { Caller } from '../types';
import { catalogEntities } from './catalogEntities';
import { FakeKubernetes } from './FakeKubernetes';
import { FastClock } from './FastClock';
import { Power } from './Power';

const SETTINGS: OperationSettings = {
  reservedNamespaces: ['forbidden-by-config'],
  egressPorts: [443, 6443, 9000],
  notebookGateways: ['istio-system', 'kubeflow'],
  resumeWindowMs: 15 * 60_000,
  seriesWindowMs: 7 * 86_400_000,
  retentionDays: 180,
  maxPerActor: 20,
};

const SPARK = {
  versions: ['4.0.1'],
  images: ['apache/spark:4.0.1'],
  examples: [
    {
      id: 'pyspark-pi',
      title: 'Approximate pi',
      language: 'Python',
      mainApplicationFile: 'local:///opt/spark/examples/src/main/python/pi.py',
      arguments: ['100'],
    },
  ],
};

const TABLES = [
  'data_platform_approvals',
  'data_platform_approval_comments',
  'data_platform_operations',
  'data_platform_entities',
  'data_platform_entity_sequence',
];

async function createDatabase(): Promise<Knex> {
  const db = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  await db.migrate.latest({
    directory: join(__dirname, '..', '..', '..', 'migrations'),
  });
  return db;
}

/** What survives a crash (database, cluster, catalog), and processes that can be started on it and killed. */
export class TestPlatform {
  readonly clock = new FastClock();
  readonly cluster = new FakeKubernetes('eu-1');
  readonly index = new FakeIndex();
  readonly history = new FakeHistory();
  readonly entities: DatabaseEntityStore;
  readonly db: Knex;
  /** Names of permissions that the policy denies. */
  readonly denied = new Set<string>();
  readonly definitions = new Map<string, string>();
  /** For processes that start from now on. */
  settings: OperationSettings = SETTINGS;
  /** What is known of the catalog. */
  readonly directory = new FakeEntities();
  readonly audited = mockServices.auditor.mock();
  readonly placements: DomainPlacement[] = [];
  /** Systems that are no clusters, for processes that start from now on. */
  systems: readonly ResourceSystem[] = [];
  readonly runBranches: RunBranches;
  /** Jobs that are not adopted, by key. */
  readonly adoptable = new Map<string, JobGroup>();
  readonly notebooks = new FakeNotebookServices();
  /** Clusters whose namespaces are not known. */
  readonly namespacesUnread: string[] = [];
  /** What clusters serve, as far as that is known. */
  readonly serves = new Map<string, readonly string[]>();
  /** Operators of every cluster. */
  operators: readonly OperatorState[] = [];
  /** Versions that every cluster serves, by `kind.group`. */
  readonly versions = new Map<string, string>();
  catalog: Entity[];

  private constructor(db: Knex, catalog: Entity[]) {
    this.db = db;
    this.catalog = catalog;
    this.entities = new DatabaseEntityStore(db, this.clock.now);
    this.runBranches = new RunBranches(db, { run: read => read() });
  }

  /** @param db - migrated; default: an SQLite of its own, which {@link close} ends */
  static async create(db?: Knex) {
    return new TestPlatform(db ?? (await createDatabase()), catalogEntities());
  }

  /** A new platform on the emptied database of this one. */
  async anew(): Promise<TestPlatform> {
    for (const table of TABLES) await this.db(table).delete();
    return new TestPlatform(this.db, catalogEntities());
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }

  /** Starts a portal on this platform. */
  start(
    power = new Power(),
    connections: readonly ClusterConnection[] = [this.cluster],
  ) {
    const table = power.feed(new OperationTable(this.db), [
      'insert',
      'get',
      'lease',
      'save',
      'release',
      'due',
      'byKey',
      'cancel',
      'cancelled',
      'countOpen',
    ]);
    const entities = power.feed(this.entities, ['put', 'remove', 'get', 'all']);
    const { service, runner, planner } = createOperations({
      database: this.db,
      table,
      logger: mockServices.logger.mock(),
      auditor: this.audited,
      permissions: this.#permissions(),
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: this.catalog }),
      connections: () => connections.map(each => power.feed(each, ['request'])),
      integrations: [
        sparkKubeflowIntegration,
        sparkApacheIntegration,
        kubeflowNotebooksIntegration,
        kubeflowWorkspacesIntegration,
      ],
      entities,
      directory: this.directory,
      domains: this.#domains(),
      index: this.index,
      adoption: { job: key => this.adoptable.get(key) },
      settings: this.settings,
      runBranches: this.runBranches,
      systems: this.systems,
      history: this.history,
      spark: SPARK,
      notebooks: this.notebooks,
      namespacesUnread: () => this.namespacesUnread,
      serves: source => this.serves.get(source),
      servedVersion: (_source, kind) => this.versions.get(kind),
      operators: () => this.operators,
      recordDefinition: (hash, yaml) => void this.definitions.set(hash, yaml),
      clock: this.clock,
    });
    const run = async (request: OperationRequest, caller = ada()) => {
      const started = await service.start(request, caller, signal());
      await runner.idle();
      return (await service.get(started.id))!;
    };
    const plan = (request: OperationRequest, caller = ada()) =>
      service.plan(request, caller, signal());
    return { service, runner, planner, run, plan, power };
  }

  /** What the index would know of {@link placements}; labels are those of the cluster's namespaces. */
  #domains(): DomainDirectory {
    const at = (source: string, namespace: string) =>
      this.placements.find(
        place =>
          place.source === source && place.namespaces.includes(namespace),
      );
    return {
      ofNamespace: (source, namespace) => at(source, namespace)?.domainRef,
      placements: ref =>
        this.placements.filter(({ domainRef }) => domainRef === ref),
      labelled: () =>
        this.placements.flatMap(place =>
          place.namespaces.map(namespace => ({
            source: place.source,
            namespace,
            domainRef: place.domainRef,
            bindings: place.bindings,
            labels:
              this.cluster.objects.get(`/namespaces/${namespace}`)?.metadata
                .labels ?? {},
          })),
        ),
    };
  }

  #permissions(): PermissionsService {
    const decide = (name: string) => ({
      result: this.denied.has(name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    });
    return {
      authorize: async requests =>
        requests.map(({ permission }) => decide(permission.name)) as any,
      authorizeConditional: async requests =>
        requests.map(({ permission }) => decide(permission.name)) as any,
    };
  }
}

/** Ada, of the sales team. */
export function ada(
  groups: readonly string[] = ['group:default/sales-team'],
): Caller {
  return person('user:default/ada', groups);
}

/** Ben, of the finance team. */
export function ben(): Caller {
  return person('user:default/ben', ['group:default/finance-team']);
}

function person(userRef: string, groups: readonly string[]): Caller {
  const credentials: BackstageCredentials = mockCredentials.user(userRef);
  return {
    actor: { userRef, groups, ownershipRefs: [userRef, ...groups] },
    credentials,
  };
}

function signal(): AbortSignal {
  return new AbortController().signal;
}
