import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory, { Knex } from 'knex';

/** A database in memory with the migrations of this module. */
export async function recordDatabase(): Promise<Knex> {
  const db = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  await db.migrate.latest({
    directory: join(
      resolvePackagePath(
        '@millrace/backstage-plugin-data-platform-backend-module-lakefs',
      ),
      'migrations',
    ),
  });
  return db;
}
