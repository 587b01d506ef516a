import {
  Run,
  RunDetail,
  RunPage,
  VerdictChange,
} from '@millrace/backstage-plugin-data-platform-common';
import { DataBranchRef } from '@millrace/backstage-plugin-data-platform-node';
import { Knex } from 'knex';
import { Clock } from '../clusters/Clock';
import { UsageRecord } from '../executors/UsageRecord';
import { RecordedChange, sameVerdict } from './HistoryQueue';
import {
  DEFINITIONS,
  RunRow,
  RUNS,
  toRun,
  toRunDetail,
  VERDICTS,
} from './runRow';
import { RUN_BRANCHES } from './RunBranches';
import { readLog } from './runLogs';
import { readNumbers } from './runNumbers';
import { runStats } from './runStats';
import { readUsage } from './runUsage';
import { RunFilter, RunQuery } from './types';
import { toChange } from './verdictChanges';

/** Pages that are read at most to fill one, when the viewer may see few. */
const MAX_PAGES = 20;
const STATS_RUNS = 1_000;

/** Reads what was recorded. */
export class HistoryReader {
  readonly #database: Knex;
  readonly #clock: Clock;
  readonly #currentDefinition: (entityRef: string) => string | undefined;

  constructor(options: {
    database: Knex;
    clock: Clock;
    currentDefinition?(entityRef: string): string | undefined;
  }) {
    this.#database = options.database;
    this.#clock = options.clock;
    this.#currentDefinition =
      options.currentDefinition?.bind(options) ?? (() => undefined);
  }

  async query(query: RunQuery, allowed?: RunFilter): Promise<readonly Run[]> {
    const now = this.#clock.now();
    const runs: Run[] = [];
    let before = query.before ? Date.parse(query.before) : undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const rows = await this.#page(query, before, query.limit + 1);
      for (const row of rows) {
        const run = toRun(row, now);
        if (!allowed || allowed(run)) {
          runs.push(run);
        }
        before = Number(row.sort_at);
      }
      if (runs.length >= query.limit || rows.length <= query.limit) {
        break;
      }
    }
    return untilTime(runs, query.limit);
  }

  async stats(
    query: Omit<RunQuery, 'before' | 'limit' | 'outcome'>,
    allowed?: RunFilter,
  ): Promise<RunPage['stats']> {
    const rows: Pick<
      RunRow,
      | 'entity_ref'
      | 'product_ref'
      | 'domain_ref'
      | 'outcome'
      | 'duration_seconds'
    >[] = await this.#select(query)
      .select(
        'entity_ref',
        'product_ref',
        'domain_ref',
        'outcome',
        'duration_seconds',
      )
      .whereNotNull('outcome')
      .orderBy('sort_at', 'desc')
      .limit(STATS_RUNS);
    return runStats(
      rows.filter(
        row =>
          !allowed ||
          allowed({
            entityRef: row.entity_ref ?? undefined,
            productRef: row.product_ref ?? undefined,
            domainRef: row.domain_ref ?? undefined,
          }),
      ),
    );
  }

  async get(id: string): Promise<RunDetail | undefined> {
    const row = await this.#database<RunRow>(RUNS).where({ id }).first();
    if (!row) {
      return undefined;
    }
    const hash = row.definition_hash;
    const [changes, log, spark, definition] = await Promise.all([
      this.#changes(id),
      readLog(this.#database, id),
      readNumbers(this.#database, id),
      hash ? this.#database(DEFINITIONS).where({ hash }).first() : undefined,
    ]);
    const current = row.entity_ref
      ? this.#currentDefinition(row.entity_ref)
      : undefined;
    return toRunDetail(row, this.#clock.now(), {
      changes,
      definition: definition?.yaml,
      definitionIsCurrent: hash && current ? hash === current : undefined,
      ...log,
      spark,
    });
  }

  usage(runId: string): Promise<UsageRecord | undefined> {
    return readUsage(this.#database, runId);
  }

  async #changes(runId: string): Promise<VerdictChange[]> {
    const rows = await this.#database(VERDICTS)
      .where({ run_id: runId })
      .orderBy('at')
      .orderBy('id');
    const changes: VerdictChange[] = [];
    let last: RecordedChange | undefined;
    for (const change of rows.map(toChange)) {
      // Two replicas may still have written the same change at the same moment.
      if (!sameVerdict(last, change)) {
        const { outcome: _, ...shown } = change;
        changes.push(shown);
      }
      last = change;
    }
    return changes;
  }

  /** A page and whatever has the very time of its last run. */
  async #page(
    query: RunQuery,
    before: number | undefined,
    limit: number,
  ): Promise<RunRow[]> {
    const select = () => {
      const runs = this.#select(query);
      if (query.outcome === 'running') {
        void runs.whereNull('outcome').whereNull('gone_at');
      } else if (query.outcome) {
        void runs.where({ outcome: query.outcome });
      }
      return runs.orderBy('sort_at', 'desc').orderBy('id');
    };
    const page = await (before === undefined
      ? select()
      : select().where('sort_at', '<', before)
    ).limit(limit);
    if (page.length < limit) {
      return page;
    }
    const last = Number(page[page.length - 1].sort_at);
    const ties = await select().where('sort_at', last);
    return [...page.filter(row => Number(row.sort_at) !== last), ...ties];
  }

  #select(query: Omit<RunQuery, 'before' | 'limit' | 'outcome'>) {
    const { entityRef, productRef, domainRef, source, uid } = query;
    const { namespace, name, series } = query;
    const columns = Object.entries({
      entity_ref: entityRef,
      product_ref: productRef,
      domain_ref: domainRef,
      source,
      uid,
      namespace,
      name,
      series,
    }).filter(([, value]) => value !== undefined);
    const runs = this.#database<RunRow>(RUNS).where(
      Object.fromEntries(columns),
    );
    if (query.branch) void runs.whereExists(this.#startedOn(query.branch));
    return runs;
  }

  #startedOn({ source, repository, branch }: DataBranchRef) {
    return this.#database(RUN_BRANCHES)
      .select(this.#database.raw('1'))
      .where({ branch_source: source, repository, branch })
      .whereRaw('?? = ??', [`${RUN_BRANCHES}.source`, `${RUNS}.source`])
      .whereRaw('?? = ??', [`${RUN_BRANCHES}.uid`, `${RUNS}.uid`]);
  }
}

/** The first `limit` and whatever began at the very time of the last of them. */
function untilTime(runs: readonly Run[], limit: number): readonly Run[] {
  const last = runs[limit - 1];
  const time = (run: Run) => run.startedAt ?? run.submittedAt;
  let end = Math.min(limit, runs.length);
  while (end < runs.length && time(runs[end]) === time(last)) {
    end += 1;
  }
  return runs.slice(0, end);
}
