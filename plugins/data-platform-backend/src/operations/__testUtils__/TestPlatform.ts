import { join } from 'node:path';
import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { OperationRequest } from '@millrace/backstage-plugin-data-platform-common';
import knexFactory, { Knex } from 'knex';
import { ClusterConnection } from '../../clusters/types';
import { DatabaseEntityStore } from '../../entities/DatabaseEntityStore';
import { FakeIndex } from '../../http/__testUtils__/FakeIndex';
import { FakeEntities } from '../../http/__testUtils__/fakes';
import { sparkKubeflowIntegration } from '../../integrations/spark-kubeflow';
import { DomainPlacement } from '../../join/types';
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
  resumeWindowMs: 15 * 60_000,
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
  readonly entities: DatabaseEntityStore;
  readonly db: Knex;
  /** Names of permissions that the policy denies. */
  readonly denied = new Set<string>();
  readonly definitions = new Map<string, string>();
  readonly audited = mockServices.auditor.mock();
  readonly placements: DomainPlacement[] = [];
  catalog: Entity[];

  private constructor(db: Knex, catalog: Entity[]) {
    this.db = db;
    this.catalog = catalog;
    this.entities = new DatabaseEntityStore(db, this.clock.now);
  }

  static async create() {
    return new TestPlatform(await createDatabase(), catalogEntities());
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
      'countOpen',
    ]);
    const entities = power.feed(this.entities, ['put', 'remove', 'get', 'all']);
    const { service, runner } = createOperations({
      database: this.db,
      table,
      logger: mockServices.logger.mock(),
      auditor: this.audited,
      permissions: this.#permissions(),
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: this.catalog }),
      connections: () => connections.map(each => power.feed(each, ['request'])),
      integrations: [sparkKubeflowIntegration],
      entities,
      directory: new FakeEntities(),
      domains: {
        ofNamespace: () => undefined,
        placements: ref =>
          this.placements.filter(({ domainRef }) => domainRef === ref),
      },
      index: this.index,
      settings: SETTINGS,
      spark: SPARK,
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
    return { service, runner, run, plan, power };
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
