import { resolve } from 'node:path';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';

/** PostgreSQL is tested where a server is named in the environment, as `npm test` does. */
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
    directory: resolve(__dirname, '../../migrations'),
  });
  return database;
}
