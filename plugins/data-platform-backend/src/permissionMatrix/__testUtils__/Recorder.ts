import {
  AuditorService,
  coreServices,
  createServiceFactory,
  LoggerService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';

/** Everything that a backend says and keeps beside its answers: log, audit, database. */
export class Recorder {
  readonly lines: string[] = [];
  readonly database: Knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });

  /** Features that make a backend tell this recorder. */
  get features() {
    return [
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => this.#logger as RootLoggerService,
      }),
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => this.#auditor,
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () =>
          mockServices.database({ knex: this.database, migrations: {} }),
      }),
    ];
  }

  /** All rows of all tables, as JSON. */
  async rows(): Promise<string> {
    const tables: { name: string }[] = await this.database('sqlite_master')
      .where({ type: 'table' })
      .select('name');
    const all = await Promise.all(
      tables.map(async ({ name }) => ({ [name]: await this.database(name) })),
    );
    return JSON.stringify(all);
  }

  get #logger(): LoggerService {
    const say = (message: string, meta?: unknown) => {
      const text =
        meta instanceof Error ? String(meta.stack) : JSON.stringify(meta);
      this.lines.push(`${message} ${text ?? ''}`);
    };
    const logger: LoggerService = {
      error: say,
      warn: say,
      info: say,
      debug: say,
      child: () => logger,
    };
    return logger;
  }

  get #auditor(): AuditorService {
    const note = (what: unknown) => this.lines.push(JSON.stringify(what));
    return {
      createEvent: async event => {
        note({ ...event, request: undefined });
        return {
          success: async end => void note(end ?? {}),
          fail: async ({ error, meta }) =>
            void note({ meta, error: String(error.stack) }),
        };
      },
    };
  }
}
