import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { TimedLine } from './Life';
import {
  shortDeployment,
  shortEvent,
  shortPod,
  shortQuota,
} from './shortObjects';

/** When short lives begin. */
export const LIFE_START = Date.parse('2026-11-22T10:00:00Z');

/** RFC 3339 text of seconds since {@link LIFE_START}. */
export function timeAt(seconds: number): string {
  return new Date(LIFE_START + seconds * 1000).toISOString();
}

/** What happens at one moment of a short life: see `__fixtures__/lives.yaml`. */
export interface Step {
  at: number;
  /** Name of the object; default `orders`. */
  of?: string;
  namespace?: string;
  /** Its status from now on, in short; `gone` when it is deleted. */
  app?: Record<string, any> | 'gone';
  schedule?: Record<string, any>;
  /** Merged into its spec. */
  spec?: Record<string, unknown>;
  pods?: Record<string, Record<string, any> | 'gone'>;
  event?: Record<string, any>;
  quota?: Record<string, any>;
  deployment?: { wanted: number; available: number };
}

/** A life in short, as the file tells it. */
export interface ShortLife {
  title: string;
  steps: readonly Step[];
  /** How long it is looked at, in seconds. */
  until: number;
  said: readonly string[];
  history?: readonly string[];
  facts?: Record<string, unknown>;
}

export function shortLives(file: string): readonly ShortLife[] {
  const path = resolve(__dirname, `../__fixtures__/${file}.yaml`);
  return Object.entries(parse(readFileSync(path, 'utf8'))).map(
    ([title, life]) => ({ title, ...(life as Omit<ShortLife, 'title'>) }),
  );
}

/** Writes a life in full, as the watches of a cluster would tell it. */
export function linesOf({ steps }: ShortLife): TimedLine[] {
  const objects = new Map<string, any>();
  return steps.flatMap(step => {
    const { at, of = 'orders', namespace = 'sales' } = step;
    const lines: TimedLine[] = [];
    const tell = (watch: string, object: any, gone = false) => {
      const key = `${watch}/${object.metadata.namespace}/${object.metadata.name}`;
      const known = objects.has(key);
      objects.set(key, object);
      if (gone) objects.delete(key);
      const seen = known ? 'MODIFIED' : 'ADDED';
      lines.push({
        ms: at * 1000,
        watch,
        type: gone ? 'DELETED' : seen,
        object,
      });
    };
    const place = { of, namespace };
    for (const [name, pod] of Object.entries(step.pods ?? {})) {
      const key = `pods/${namespace}/${name}`;
      tell(
        'pods',
        pod === 'gone'
          ? objects.get(key)
          : shortPod(name, pod, place, objects.get(key), at),
        pod === 'gone',
      );
    }
    const plural = step.schedule
      ? 'scheduledsparkapplications'
      : 'sparkapplications';
    if (step.app || step.schedule || step.spec) {
      const before = objects.get(`${plural}/${namespace}/${of}`);
      tell(plural, application(step, before), step.app === 'gone');
    }
    if (step.event) tell('events', shortEvent(step.event, place, at));
    if (step.quota) tell('resourcequotas', shortQuota(step.quota, namespace));
    if (step.deployment) {
      tell('deployments', shortDeployment(step.deployment, at));
    }
    return lines;
  });
}

function application(step: Step, before: any): any {
  const { at, of = 'orders', namespace = 'sales', app, spec, schedule } = step;
  const {
    owner,
    created = at,
    ...status
  } = typeof app === 'object' ? app : ({} as any);
  const object = before ?? {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: schedule ? 'ScheduledSparkApplication' : 'SparkApplication',
    metadata: {
      name: of,
      namespace,
      uid: `uid-${of}`,
      creationTimestamp: timeAt(created),
      ...(owner && {
        ownerReferences: [
          { apiVersion: '', kind: '', name: owner, uid: `uid-${owner}` },
        ],
      }),
    },
    spec: {
      type: 'Scala',
      image: 'registry.example/etl:1.4.2',
      driver: { cores: 1, memory: '1g', serviceAccount: 'spark' },
      executor: { cores: 1, memory: '2g', instances: 1 },
      restartPolicy: { type: 'Never' },
    },
  };
  return {
    ...object,
    spec: { ...object.spec, ...spec },
    status: statusOf(step, status) ?? object.status,
  };
}

function statusOf({ app, schedule }: Step, short: any) {
  if (schedule) return scheduleStatus(schedule);
  return typeof app === 'object' ? applicationStatus(short) : undefined;
}

function applicationStatus(short: any) {
  const { state, error, id, attempts, submissions, executors } = short;
  if (!state) return {};
  return {
    applicationState: { state, ...(error && { errorMessage: error }) },
    ...(id && { submissionID: id }),
    ...(attempts && { executionAttempts: attempts }),
    ...(submissions && { submissionAttempts: submissions }),
    ...(short.submitted !== undefined && {
      lastSubmissionAttemptTime: timeAt(short.submitted),
    }),
    terminationTime: short.ended === undefined ? null : timeAt(short.ended),
    ...(executors && { executorState: executors }),
    driverInfo: short.podName ? { podName: short.podName } : {},
  };
}

function scheduleStatus({ state, next, last, lastName }: any) {
  return {
    scheduleState: state,
    ...(next !== undefined && { nextRun: timeAt(next) }),
    ...(last !== undefined && { lastRun: timeAt(last) }),
    ...(lastName && { lastRunName: lastName }),
  };
}
