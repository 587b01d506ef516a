import { createHash } from 'crypto';
import {
  ANNOTATION_CHANGED,
  ANNOTATION_DEFINITION,
  ANNOTATION_RUN_DATE,
  Assessment,
  LABEL_SERIES,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
  RunFacts,
} from '@millrace/backstage-plugin-data-platform-node';
import { capOptional } from '../assess/capText';
import { defined } from '../assess/defined';
import { podSummaries } from '../assess/podSummaries';
import { wireTime } from '../assess/wireTime';
import { runId } from '../history/runId';
import { RunRecord } from '../history/types';
import { FACT_PROGRESS } from './RunNumbers';

/** What a record of a run is made from. */
export interface RunNote {
  row: PlatformResource;
  assessment: Assessment;
  facts: RunFacts;
  ctx: AssessContext;
}

/** The record, and a print that differs whenever it is worth telling again. */
export function runRecord(
  note: RunNote,
  object: KubernetesObject,
): { run: RunRecord; print: string } {
  const { row, assessment, facts } = note;
  const outcome = facts.outcome ?? assessment.outcome;
  const startedAt = wireTime(facts.startedAt);
  const finishedAt = wireTime(facts.finishedAt);
  const annotation = (key: string, most: number) =>
    capOptional(object.metadata.annotations?.[key], most);
  const run = defined<RunRecord>({
    id: runId(row.source, row.uid, facts.attempt),
    resourceId: row.id,
    source: row.source,
    namespace: row.namespace,
    group: row.group,
    kind: row.kind,
    name: row.name,
    uid: row.uid,
    attempt: facts.attempt,
    entityRef: row.entityRef,
    productRef: row.productRef,
    domainRef: row.domainRef,
    trigger: facts.trigger?.type,
    by: capOptional(facts.trigger?.by, 320),
    submittedAt: wireTime(facts.submittedAt) ?? row.createdAt,
    startedAt,
    finishedAt,
    durationSeconds: duration(facts),
    outcome,
    assessment,
    facts: row.facts.filter(fact => fact.key !== FACT_PROGRESS),
    pods: podSummaries(note.ctx),
    definitionHash: annotation(ANNOTATION_DEFINITION, 64),
    changed: annotation(ANNOTATION_CHANGED, 200),
    runDate: annotation(ANNOTATION_RUN_DATE, 40),
    series: capOptional(object.metadata.labels?.[LABEL_SERIES], 63),
  });
  return { run, print: printOf(run) };
}

/** An attempt that was cut off by the next one (a changed spec, a resume). */
export function supersededRun(run: RunRecord, now: number): RunRecord {
  const at = new Date(now).toISOString();
  return {
    ...run,
    outcome: 'cancelled',
    finishedAt: run.finishedAt ?? at,
    assessment: {
      ...run.assessment,
      health: 'suspended',
      outcome: 'cancelled',
      reason: 'Superseded',
      message: `Ended because another attempt took its place. Last seen: ${run.assessment.message}`,
      nextStep: undefined,
      since: at,
      remedies: [],
    },
  };
}

/** From the driver's start; where its pod was gone before anybody looked, from the submission. */
function duration(facts: RunFacts): number | undefined {
  const { finishedAt } = facts;
  const from = facts.startedAt ?? facts.submittedAt;
  return from !== undefined && finishedAt !== undefined
    ? Math.max(0, (finishedAt - from) / 1000)
    : undefined;
}

/** While it runs, a sentence that only grows older is not news. */
function printOf(run: RunRecord): string {
  const { assessment, pods, ...rest } = run;
  const news = [
    rest,
    assessment.health,
    assessment.reason,
    run.outcome ? assessment.message : '',
    pods?.map(pod => [pod.name, pod.phase, pod.reason, pod.gone]),
  ];
  return createHash('sha1').update(JSON.stringify(news)).digest('base64');
}
