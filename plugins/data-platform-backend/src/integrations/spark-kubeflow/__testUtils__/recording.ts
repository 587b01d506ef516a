import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';
import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  ContainerEvidence,
  EventEvidence,
  KubernetesObject,
  PodEvidence,
  RelatedObject,
  TerminatedEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import {
  contextOf,
  projected,
} from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { scheduledSparkApplication } from '../scheduledSparkApplication';
import { sparkApplication } from '../sparkApplication';

const FOLDER = resolve(
  __dirname,
  '../../../../../../../shared/recordings/kubernetes',
);

/** True where life cycles recorded from a real cluster lie beside the repository. */
export const hasRecordings = existsSync(FOLDER);

/** One moment of a life cycle: what the portal would say then. */
export interface Moment {
  ms: number;
  name: string;
  said: string;
  state: string;
  since?: string;
  run?: { attempt: string; outcome?: string };
}

/** What the portal knows of the cluster at one moment. */
class World {
  readonly #objects = new Map<string, KubernetesObject>();
  readonly #pods = new Map<string, PodEvidence>();
  readonly #gone: PodEvidence[] = [];
  readonly #events = new Map<string, EventEvidence>();
  readonly #previous = new Map<string, AssessContext['previous']>();
  readonly #verdicts = new Map<string, Assessment>();
  readonly #firstSeen = new Map<string, number>();

  apply(type: string, object: any, now: number) {
    const uid: string = object.metadata.uid;
    if (object.kind === 'Pod') {
      this.#pods.set(uid, podEvidence(object));
      if (type === 'DELETED') {
        this.#gone.push(podEvidence(object));
        this.#pods.delete(uid);
      }
    } else if (object.kind === 'Event') {
      this.#events.set(uid, eventEvidence(object));
    } else if (type === 'DELETED') {
      this.#objects.delete(uid);
    } else {
      this.#objects.set(uid, object);
      this.#firstSeen.set(uid, this.#firstSeen.get(uid) ?? now);
    }
  }

  *judge(now: number): Generator<Omit<Moment, 'ms'>> {
    for (const [uid, raw] of this.#objects) {
      const definition =
        raw.kind === 'SparkApplication'
          ? sparkApplication
          : scheduledSparkApplication;
      const object = projected(definition, raw);
      const { status } = raw as any;
      const attempt = `${uid}/${status?.submissionID ?? ''}`;
      const context = this.#context(raw, now, attempt);
      const assessment = definition.assess(object, context);
      this.#previous.set(attempt, assessment);
      const run = definition.run?.(object, context);
      this.#verdicts.set(uid, assessment);
      const { health, reason, message, since } = assessment;
      yield {
        name: raw.metadata.name,
        state: status?.applicationState?.state ?? status?.scheduleState ?? '',
        said: `${health} ${reason}: ${message}`,
        since,
        ...(run && {
          run: { attempt: run.attempt, outcome: run.outcome },
        }),
      };
    }
  }

  #context(raw: KubernetesObject, now: number, attempt: string) {
    const { name, uid } = raw.metadata;
    const mine = (pod: PodEvidence) =>
      pod.labels['sparkoperator.k8s.io/app-name'] === name;
    const pods = [...this.#pods.values()].filter(mine);
    const uids = [uid, ...pods.map(pod => pod.uid)];
    return contextOf({
      now,
      firstSeen: this.#firstSeen.get(uid),
      complete: ['pods', 'events'],
      pods,
      gonePods: this.#gone.filter(mine),
      events: [...this.#events.values()].filter(
        event =>
          uids.includes(event.involved.uid ?? '') &&
          (event.type === 'Warning' || event.involved.uid === uid),
      ),
      previous: this.#previous.get(attempt),
      children: this.#childrenOf(uid),
    });
  }

  #childrenOf(uid: string): RelatedObject[] {
    return [...this.#objects.values()]
      .filter(({ metadata }) =>
        metadata.ownerReferences?.some(owner => owner.uid === uid),
      )
      .flatMap(({ kind, metadata }) => {
        const assessment = this.#verdicts.get(metadata.uid);
        const createdAt = Date.parse(metadata.creationTimestamp!);
        return assessment
          ? [
              {
                kind: kind!,
                name: metadata.name,
                uid: metadata.uid,
                createdAt,
                assessment,
              },
            ]
          : [];
      })
      .sort((a, b) => b.createdAt - a.createdAt);
  }
}

/**
 * Plays a recorded life cycle: after each line of the merged watches every live object is judged with the evidence of that
 * moment. Only moments at which the verdict changes are told.
 */
export function replay(file: string): Moment[] {
  const [{ response }] = JSON.parse(
    readFileSync(resolve(FOLDER, `${file}.json`), 'utf8'),
  );
  const lines: any[] = response.body.filter(
    (line: any) => line.type !== 'BOOKMARK',
  );
  const timed = lines.find(line => line.object.eventTime);
  const startedAt = Date.parse(timed.object.eventTime) - timed.ms;
  const world = new World();
  const moments: Moment[] = [];
  const last = new Map<string, string>();
  for (const { ms, type, object } of lines) {
    world.apply(type, object, startedAt + ms);
    for (const moment of world.judge(startedAt + ms)) {
      const key = `${moment.said} ${moment.run?.outcome}`;
      if (last.get(moment.name) !== key) {
        last.set(moment.name, key);
        moments.push({ ms, ...moment });
      }
    }
  }
  return moments;
}

function podEvidence(pod: any): PodEvidence {
  const { metadata, spec, status } = pod;
  return {
    name: metadata.name,
    uid: metadata.uid,
    namespace: metadata.namespace,
    labels: metadata.labels ?? {},
    ownerUids: (metadata.ownerReferences ?? []).map((ref: any) => ref.uid),
    phase: status.phase,
    node: spec.nodeName,
    createdAt: Date.parse(metadata.creationTimestamp),
    deletingSince: time(metadata.deletionTimestamp),
    reason: status.reason,
    message: status.message,
    containers: (status.containerStatuses ?? []).map(container),
    requests: {},
  };
}

function container({ name, image, ready, restartCount, state }: any) {
  const evidence: ContainerEvidence = {
    name,
    image,
    ready,
    restarts: restartCount,
    limits: {},
    waiting: state.waiting,
    running: state.running && { startedAt: time(state.running.startedAt)! },
    terminated: state.terminated && terminated(state.terminated),
  };
  return evidence;
}

function terminated(end: any): TerminatedEvidence {
  return {
    exitCode: end.exitCode,
    reason: end.reason,
    message: end.message,
    startedAt: time(end.startedAt),
    finishedAt: time(end.finishedAt),
  };
}

function eventEvidence(event: any): EventEvidence {
  const first =
    time(event.firstTimestamp) ??
    time(event.eventTime) ??
    time(event.metadata.creationTimestamp)!;
  return {
    uid: event.metadata.uid,
    type: event.type,
    reason: event.reason,
    message: event.message,
    count: event.count ?? 1,
    firstAt: first,
    lastAt: time(event.lastTimestamp) ?? first,
    involved: event.involvedObject,
  };
}

function time(text: string | null | undefined): number | undefined {
  return text ? Date.parse(text) : undefined;
}
