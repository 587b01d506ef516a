import { RunRow, toRecord, toRow } from './runRow';
import { RunRecord } from './types';

/** What becomes of a row when a run is told again; undefined when nothing does. */
export function mergeRun(
  before: RunRow | undefined,
  run: RunRecord,
  recordedAt: number,
): RunRow | undefined {
  const now = toRow(run, recordedAt);
  if (!before) {
    return now;
  }
  const merged = keepsVerdict(before, now)
    ? withPlace(before, now)
    : {
        ...now,
        // A poorer telling knows less about where it belongs and what it was made from, never better.
        entity_ref: now.entity_ref ?? before.entity_ref,
        product_ref: now.product_ref ?? before.product_ref,
        domain_ref: now.domain_ref ?? before.domain_ref,
        definition_hash: now.definition_hash ?? before.definition_hash,
        first_recorded_at: before.first_recorded_at,
      };
  return differs(before, merged) ? merged : undefined;
}

/**
 * How a run ended is never replaced by one that has not, and never by a telling of the same end that rests on fewer
 * pods: after a restart the portal sees less than it saw then.
 */
export function keepsVerdict(before: RunRow, now: RunRow): boolean {
  if (before.outcome === null) {
    return false;
  }
  return (
    now.outcome === null ||
    (now.outcome === before.outcome && now.pod_count < before.pod_count)
  );
}

/** The run may belong to an entity that was not known then; and its object is there. */
function withPlace(before: RunRow, now: RunRow): RunRow {
  return {
    ...before,
    entity_ref: now.entity_ref ?? before.entity_ref,
    product_ref: now.product_ref ?? before.product_ref,
    domain_ref: now.domain_ref ?? before.domain_ref,
    gone_at: null,
    gone_seen: null,
  };
}

function differs(a: RunRow, b: RunRow): boolean {
  return JSON.stringify(comparable(a)) !== JSON.stringify(comparable(b));
}

function comparable(row: RunRow) {
  return [toRecord(row), Number(row.sort_at), row.gone_at === null];
}
