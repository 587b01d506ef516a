import {
  Assessment,
  AssessmentSummary,
  ExecutorUsage,
  Fact,
  Moment,
  Nature,
  OperationAvailability,
  PodSummary,
  ResourceDetail,
  ResourceEvent,
  ResourceLink,
  RunBranch,
  RunDetail,
  SparkNumbers,
  Staleness,
} from '@millrace/backstage-plugin-data-platform-common';

/** What the drawer shows: the live object where there is one, else what the history kept. */
export interface RunSubject {
  name: string;
  place: string;
  kind: string;
  /** A run, unless it is a live object of another nature: those have no definition of a run. */
  nature: Nature;
  /** Set while the object is on the cluster: it has logs and operations. */
  resourceId?: string;
  /** Of the object, where the catalog has it. */
  entityRef?: string;
  /** The object shows this very attempt: its pods are those on the cluster. */
  current: boolean;
  assessment: AssessmentSummary & Partial<Assessment>;
  stale?: Staleness;
  expired: boolean;
  facts: readonly Fact[];
  links: readonly ResourceLink[];
  moments: readonly Moment[];
  pods: readonly PodSummary[];
  events?: readonly ResourceEvent[];
  operations: readonly OperationAvailability[];
  definition?: string;
  definitionIsCurrent?: boolean;
  logTail?: string;
  logTailTruncated?: boolean;
  logTailMissing?: string;
  /** Executors over time. */
  executors?: ExecutorUsage;
  /** What Spark told of itself last. */
  spark?: SparkNumbers;
  startedAt?: string;
  finishedAt?: string;
  durationSeconds?: number;
  by?: string;
  /** The data branch that it was started on. */
  branch?: RunBranch;
}

/** Puts together what the history and the cluster know of one run. */
export function subjectOf(
  run: RunDetail | undefined,
  resource: ResourceDetail | undefined,
): RunSubject | undefined {
  const base = resource ?? run;
  if (!base) {
    return undefined;
  }
  // After a retry the object may already be about another attempt than this run.
  const live =
    resource && (!run || !resource.runId || resource.runId === run.id)
      ? resource
      : undefined;
  const about = live ?? run ?? resource!;
  const { source, namespace } = base;
  return {
    name: base.name,
    kind: base.kind,
    nature: resource?.nature ?? 'run',
    place: namespace ? `${namespace} on ${source}` : source,
    resourceId: resource?.id,
    entityRef: resource?.entityRef,
    current: !!live,
    assessment: withLogEvidence(about.assessment, run),
    stale: live?.stale,
    expired: !!run?.expired,
    facts: live?.facts ?? run?.facts ?? [],
    links: live?.links ?? run?.links ?? [],
    moments: live?.timeline.length ? live.timeline : momentsOf(run),
    pods: podsOf(live, run),
    events: live?.events,
    operations: resource?.operations ?? [],
    definition: run?.definition,
    definitionIsCurrent: run?.definitionIsCurrent,
    logTail: run?.logTail,
    logTailTruncated: run?.logTailTruncated,
    logTailMissing: run?.logTailMissing,
    executors: live?.executors ?? run?.executors,
    spark: live?.spark ?? run?.spark,
    startedAt: about.startedAt,
    finishedAt: about.finishedAt,
    durationSeconds: run?.durationSeconds,
    by: run?.by,
    branch: run?.branch,
  };
}

/** Those of the cluster, and those that the history alone has: a portal that was restarted never saw what was gone by then. */
function podsOf(
  live: ResourceDetail | undefined,
  run: RunDetail | undefined,
): readonly PodSummary[] {
  const kept = run?.pods ?? [];
  if (!live?.pods.length) return kept;
  const known = new Set(live.pods.map(({ name }) => name));
  const gone = kept.filter(({ name }) => !known.has(name));
  return [...live.pods, ...gone.map(pod => ({ ...pod, gone: true }))];
}

/** The history alone knows the log: what it quotes belongs to the verdict on the live object as well. */
function withLogEvidence(
  assessment: RunSubject['assessment'],
  run: RunDetail | undefined,
): RunSubject['assessment'] {
  const { evidence = [] } = assessment;
  const quoted = (run?.assessment.evidence ?? []).filter(
    item =>
      item.kind === 'log' &&
      !evidence.some(known => known.message === item.message),
  );
  return quoted.length > 0
    ? { ...assessment, evidence: [...evidence, ...quoted] }
    : assessment;
}

/** The changes of verdict as moments, where the object is gone. */
function momentsOf(run: RunDetail | undefined): Moment[] {
  return (run?.changes ?? []).map(change => ({
    title: change.message,
    at: change.at,
    state: change.health === 'failed' ? 'failed' : 'done',
  }));
}
