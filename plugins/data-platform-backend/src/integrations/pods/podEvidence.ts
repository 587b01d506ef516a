import { Evidence } from '@millrace/backstage-plugin-data-platform-common';
import {
  EventEvidence,
  PodEvidence,
  TerminatedEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { at } from '../verdicts/verdict';

/** Why a container of a pod does not start. */
export function waitingEvidence(
  pod: PodEvidence,
  waiting: { reason: string; message?: string },
): Evidence {
  return {
    kind: 'pod',
    subject: `pod ${pod.name}`,
    reason: waiting.reason,
    message: waiting.message ?? `The container waits: ${waiting.reason}`,
    ...at(pod.createdAt),
  };
}

/** How a container of a pod ended. */
export function endEvidence(
  pod: PodEvidence,
  end: TerminatedEvidence,
): Evidence {
  const code = `exit code ${end.exitCode}`;
  return {
    kind: 'pod',
    subject: `pod ${pod.name}`,
    reason: end.reason ?? code,
    message: end.message ? `${code}: ${end.message}` : code,
    ...at(end.finishedAt),
  };
}

/** Why a pod has no node. */
export function unschedulableEvidence(pod: PodEvidence): Evidence {
  return {
    kind: 'pod',
    subject: `pod ${pod.name}`,
    reason: pod.unschedulable?.reason ?? pod.phase,
    message: pod.unschedulable?.message ?? 'The pod has no node yet',
    ...at(pod.unschedulable?.since),
  };
}

/** Warnings, newest first. */
export function eventEvidence(
  events: readonly EventEvidence[],
  wanted: (event: EventEvidence) => boolean = () => true,
): Evidence[] {
  return events
    .filter(event => event.type === 'Warning' && wanted(event))
    .sort((a, b) => b.lastAt - a.lastAt)
    .slice(0, 5)
    .map(event => ({
      kind: 'event',
      subject: `${event.involved.kind} ${event.involved.name}`,
      reason: event.reason,
      message:
        event.count > 1
          ? `${event.message} (${event.count} times)`
          : event.message,
      ...at(event.lastAt),
    }));
}
