import {
  Assessment,
  Health,
  Outcome,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  DataPlatformIntegration,
  KubernetesObject,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';

/** What a toy says of itself. */
export interface ToyStatus {
  health?: Health;
  outcome?: Outcome;
  reason?: string;
  attempt?: string;
  startedAt?: number;
  finishedAt?: number;
  lookAgainAt?: number;
  /** The integration throws in this function. */
  throws?: string;
}

interface Toy extends KubernetesObject {
  spec?: { links?: { title: string; url: string }[]; wants?: number };
  status?: ToyStatus;
}

const IDLE_MS = 60_000;

function fail(toy: Toy, place: string): void {
  if (toy.status?.throws === place) {
    throw new Error(`toy cannot ${place}`);
  }
}

/** A verdict from the object, its pods, its quota and its age. */
function assess(toy: Toy, ctx: AssessContext): Assessment {
  fail(toy, 'assess');
  const { health, outcome, reason } = toy.status ?? {};
  const bad = [...ctx.pods, ...(ctx.gonePods ?? [])].filter(
    pod => pod.phase === 'Failed',
  ).length;
  const full = ctx.quotas.some(({ hard, used }) => hard.pods === used.pods);
  if (outcome) {
    return verdict(
      outcome === 'failed' ? 'failed' : 'healthy',
      reason ?? (outcome === 'failed' ? 'Failed' : 'Succeeded'),
      `Ended ${outcome} with ${bad} failed pods`,
      outcome,
    );
  }
  if (health) {
    return verdict(health, reason ?? 'Told', `It says ${health}`);
  }
  if (full) {
    return verdict('degraded', 'QuotaFull', 'The quota is full');
  }
  if (bad > 0) {
    return verdict('degraded', 'PodsFailed', `${bad} pods failed`);
  }
  if (ctx.events.length > 0) {
    return verdict('degraded', 'Warned', ctx.events[0].message);
  }
  return ctx.now - ctx.firstSeen > IDLE_MS
    ? verdict('unknown', 'Idle', 'Nobody picks it up')
    : verdict('progressing', 'New', `${ctx.pods.length} pods`);
}

function verdict(
  health: Health,
  reason: string,
  message: string,
  outcome?: Outcome,
): Assessment {
  return {
    health,
    reason,
    message,
    evidence: [],
    remedies: [],
    ...(outcome ? { outcome } : {}),
  };
}

export const toyRun: ResourceDefinition<Toy> = {
  kind: 'ToyRun',
  match: { group: 'toys.example', versions: ['v1'], plural: 'toyruns' },
  nature: 'run',
  keep: ({ spec, status }) => ({ spec, status }),
  assess,
  facts: (toy, ctx) => {
    fail(toy, 'facts');
    const { lookAgainAt = Infinity } = toy.status ?? {};
    return [
      { key: 'pods', label: 'Pods', value: String(ctx.pods.length) },
      ...(ctx.now >= lookAgainAt
        ? [{ key: 'expires', label: 'Expires', value: 'overdue' }]
        : []),
    ];
  },
  links: toy => {
    fail(toy, 'links');
    return toy.spec?.links ?? [];
  },
  timeline: toy => {
    fail(toy, 'timeline');
    return [{ title: 'made' }];
  },
  run: toy => {
    fail(toy, 'run');
    const { attempt, startedAt, finishedAt, outcome, lookAgainAt } =
      toy.status ?? {};
    return attempt
      ? {
          attempt,
          startedAt,
          finishedAt,
          outcome,
          lookAgainAt,
          logPod: { name: `${toy.metadata.name}-driver`, container: 'main' },
        }
      : undefined;
  },
  related: [
    {
      type: 'pods',
      labelSelector: 'toy',
      ownerOf: pod =>
        pod.labels.toy ? `${pod.namespace}/${pod.labels.toy}` : undefined,
      belongs: (pod, toy) =>
        !pod.labels.attempt ||
        !toy.status?.attempt ||
        pod.labels.attempt === toy.status.attempt,
    },
  ],
};

/** As healthy as its newest run. */
export const toySchedule: ResourceDefinition<KubernetesObject> = {
  kind: 'ToySchedule',
  match: { group: 'toys.example', versions: ['v1'], plural: 'toyschedules' },
  nature: 'schedule',
  keep: ({ spec, status }) => ({ spec, status }),
  assess: (_schedule, { children }) => {
    const [newest] = children;
    return newest
      ? verdict(
          newest.assessment.health,
          'NewestRun',
          `${newest.name} of ${children.length}`,
        )
      : verdict('healthy', 'NoRun', 'No run yet');
  },
};

export const toyIntegration: DataPlatformIntegration = {
  id: 'toys',
  title: 'Toys',
  resources: [toyRun, toySchedule],
};
