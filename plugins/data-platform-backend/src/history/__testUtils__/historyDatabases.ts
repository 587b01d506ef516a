import { resolve } from 'path';
import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { ManualClock } from '../../store/ManualClock';
import { DatabaseHistory } from '../DatabaseHistory';
import { RunRecord } from '../types';

/** PostgreSQL is tested where a server is named in the environment, for nothing here starts one. */
const POSTGRES: readonly TestDatabaseId[] = [
  'POSTGRES_18',
  'POSTGRES_17',
  'POSTGRES_16',
  'POSTGRES_15',
  'POSTGRES_14',
];

export function testDatabases(): TestDatabases {
  const named = POSTGRES.filter(
    id =>
      process.env[
        `BACKSTAGE_TEST_DATABASE_${id.replace('_', '')}_CONNECTION_STRING`
      ],
  );
  if (named.length === 0) {
    process.stdout.write(
      'Not tested on PostgreSQL: no BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING or the like is set\n',
    );
  }
  return TestDatabases.create({
    ids: ['SQLITE_3', ...named],
    disableDocker: true,
  });
}

export async function migrated(database: Knex): Promise<Knex> {
  await database.migrate.latest({
    directory: resolve(__dirname, '../../../migrations'),
  });
  return database;
}

/** A history on a clock that stands still. */
export function historyOn(
  database: Knex,
  clock = new ManualClock('2026-03-02T12:00:00Z'),
  currentDefinition?: (entityRef: string) => string | undefined,
) {
  const logger = mockServices.logger.mock();
  const history = new DatabaseHistory({
    database,
    logger,
    clock,
    currentDefinition,
  });
  return { history, clock, logger };
}

/** A run of `orders` that began at 09:00 and, unless told otherwise, runs. */
export function run(id: string, over: Partial<RunRecord> = {}): RunRecord {
  return {
    id,
    resourceId: `row-${id}`,
    source: 'eu',
    namespace: 'sales',
    group: 'toys.example',
    kind: 'ToyRun',
    name: 'orders',
    uid: 'uid-orders',
    attempt: id,
    entityRef: 'component:default/orders',
    productRef: 'system:default/shop',
    domainRef: 'domain:default/sales',
    submittedAt: '2026-03-02T09:00:00.000Z',
    startedAt: '2026-03-02T09:00:10.000Z',
    assessment: {
      health: 'healthy',
      reason: 'Running',
      message: 'Running with 3 of 3 executors.',
      evidence: [],
      remedies: [],
    },
    facts: [{ key: 'executors', label: 'Executors', value: '3/3' }],
    ...over,
  };
}

/** The same run when it had succeeded after 12 minutes. */
export function succeeded(
  id: string,
  over: Partial<RunRecord> = {},
): RunRecord {
  return run(id, {
    outcome: 'succeeded',
    finishedAt: '2026-03-02T09:12:10.000Z',
    durationSeconds: 720,
    assessment: {
      health: 'healthy',
      outcome: 'succeeded',
      reason: 'Succeeded',
      message: 'Succeeded in 12 min.',
      evidence: [],
      remedies: [],
    },
    ...over,
  });
}

export function failed(id: string, over: Partial<RunRecord> = {}): RunRecord {
  return succeeded(id, {
    outcome: 'failed',
    assessment: {
      health: 'failed',
      outcome: 'failed',
      reason: 'OOMKilled',
      message: 'The driver was killed for memory.',
      nextStep: 'Raise the driver memory.',
      evidence: [],
      remedies: [{ text: 'Raise the driver memory.' }],
    },
    ...over,
  });
}
