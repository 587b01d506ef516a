import {
  Assessment,
  AssessmentSummary,
  Fact,
  Moment,
  OperationAvailability,
  PodSummary,
  ResourceDetail,
  ResourceEvent,
  ResourceLink,
  RunDetail,
  Staleness,
} from '@millrace/backstage-plugin-data-platform-common';

/** What the drawer shows: the live object where there is one, else what the history kept. */
export interface RunSubject {
  name: string;
  place: string;
  kind: string;
  /** Set while the object is on the cluster: it has logs and operations. */
  resourceId?: string;
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
  startedAt?: string;
  finishedAt?: string;
  durationSeconds?: number;
  by?: string;
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
    place: namespace ? `${namespace} on ${source}` : source,
    resourceId: resource?.id,
    assessment: about.assessment,
    stale: live?.stale,
    expired: !!run?.expired,
    facts: live?.facts ?? run?.facts ?? [],
    links: live?.links ?? run?.links ?? [],
    moments: live?.timeline.length ? live.timeline : momentsOf(run),
    pods: live?.pods.length ? live.pods : run?.pods ?? [],
    events: live?.events,
    operations: resource?.operations ?? [],
    definition: run?.definition,
    definitionIsCurrent: run?.definitionIsCurrent,
    logTail: run?.logTail,
    startedAt: about.startedAt,
    finishedAt: about.finishedAt,
    durationSeconds: run?.durationSeconds,
    by: run?.by,
  };
}

/** The changes of verdict as moments, where the object is gone. */
function momentsOf(run: RunDetail | undefined): Moment[] {
  return (run?.changes ?? []).map(change => ({
    title: change.message,
    at: change.at,
    state: change.health === 'failed' ? 'failed' : 'done',
  }));
}
