import {
  Run,
  RunDetail,
} from '@millrace/backstage-plugin-data-platform-common';
import { defined } from '../assess/defined';
import { expiredVerdict } from './expiredVerdict';
import { RunRecord } from './types';

export const RUNS = 'data_platform_runs';
export const VERDICTS = 'data_platform_verdicts';
export const DEFINITIONS = 'data_platform_definitions';

/** A row of the table of runs. PostgreSQL gives big integers as text, SQLite booleans as numbers. */
export interface RunRow {
  id: string;
  source: string;
  api_group: string;
  kind: string;
  namespace: string | null;
  name: string;
  uid: string;
  attempt: string;
  entity_ref: string | null;
  product_ref: string | null;
  domain_ref: string | null;
  outcome: string | null;
  sort_at: number | string;
  duration_seconds: number | null;
  gone_at: number | string | null;
  gone_seen: boolean | number | null;
  first_recorded_at: number | string;
  definition_hash: string | null;
  series: string | null;
  pod_count: number;
  body: string;
}

/** What is in no column of its own. */
type Body = Pick<
  RunRecord,
  | 'resourceId'
  | 'trigger'
  | 'by'
  | 'submittedAt'
  | 'startedAt'
  | 'finishedAt'
  | 'assessment'
  | 'facts'
  | 'pods'
  | 'links'
  | 'changed'
  | 'runDate'
>;

/** Time that runs are ordered by, and that `before` means. */
export function runTime(run: Pick<Run, 'startedAt' | 'submittedAt'>): string {
  return run.startedAt ?? run.submittedAt ?? new Date(0).toISOString();
}

export function toRow(run: RunRecord, recordedAt: number): RunRow {
  const body: Body = {
    resourceId: run.resourceId,
    trigger: run.trigger,
    by: run.by,
    submittedAt: run.submittedAt,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    assessment: run.assessment,
    facts: run.facts,
    pods: run.pods,
    links: run.links,
    changed: run.changed,
    runDate: run.runDate,
  };
  return {
    id: run.id,
    source: run.source,
    api_group: run.group,
    kind: run.kind,
    namespace: run.namespace ?? null,
    name: run.name,
    uid: run.uid,
    attempt: run.attempt,
    entity_ref: run.entityRef ?? null,
    product_ref: run.productRef ?? null,
    domain_ref: run.domainRef ?? null,
    outcome: run.outcome ?? null,
    sort_at: Date.parse(runTime(run)),
    duration_seconds: run.durationSeconds ?? null,
    gone_at: null,
    gone_seen: null,
    first_recorded_at: recordedAt,
    definition_hash: run.definitionHash ?? null,
    series: run.series ?? null,
    pod_count: run.pods?.length ?? 0,
    body: JSON.stringify(body),
  };
}

export function toRecord(row: RunRow): RunRecord {
  const body: Body = JSON.parse(row.body);
  return defined<RunRecord>({
    ...body,
    id: row.id,
    source: row.source,
    group: row.api_group,
    kind: row.kind,
    namespace: row.namespace ?? undefined,
    name: row.name,
    uid: row.uid,
    attempt: row.attempt,
    entityRef: row.entity_ref ?? undefined,
    productRef: row.product_ref ?? undefined,
    domainRef: row.domain_ref ?? undefined,
    outcome: (row.outcome as Run['outcome']) ?? undefined,
    durationSeconds: row.duration_seconds ?? undefined,
    definitionHash: row.definition_hash ?? undefined,
    series: row.series ?? undefined,
  });
}

/** A run as a list shows it: the verdict in short, and what the end of its object means for it. */
export function toRun(row: RunRow, now: number): Run {
  const {
    pods: _pods,
    links: _links,
    definitionHash: _hash,
    ...run
  } = toRecord(row);
  const { health, outcome, reason, message, nextStep, since } = verdictOf(
    row,
    run,
    now,
  );
  return defined<Run>({
    ...run,
    ...(row.gone_at === null ? {} : { resourceId: undefined, expired: true }),
    assessment: defined({ health, outcome, reason, message, nextStep, since }),
    live: false,
  });
}

/** A run with everything that was kept of it. */
export function toRunDetail(
  row: RunRow,
  now: number,
  rest: Pick<
    RunDetail,
    | 'changes'
    | 'definition'
    | 'definitionIsCurrent'
    | 'logTail'
    | 'logTailTruncated'
    | 'logTailMissing'
    | 'spark'
  >,
): RunDetail {
  const record = toRecord(row);
  return defined<RunDetail>({
    ...toRun(row, now),
    assessment: verdictOf(row, record, now),
    pods: record.pods && [...record.pods],
    links: record.links && [...record.links],
    ...rest,
  });
}

function verdictOf(
  row: RunRow,
  run: Pick<
    RunRecord,
    'assessment' | 'outcome' | 'finishedAt' | 'durationSeconds'
  >,
  now: number,
) {
  return row.gone_at === null
    ? run.assessment
    : expiredVerdict(run, Number(row.gone_at), Boolean(row.gone_seen), now);
}
