import {
  Finding,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import { ResourceDefinition } from '@millrace/backstage-plugin-data-platform-node';
import { ClusterLink } from './ClusterLink';
import { ScopedWatch, WatchStatus } from './ScopedWatch';
import { clockTime, outageSentence } from './sentences';

type KindState = Source['kinds'][number];

/** State of every kind, those that verdicts lean on included; several watches of one kind are told as one. */
export function kindStates(
  kinds: readonly {
    definition: ResourceDefinition<any>;
    watch?: ScopedWatch<any>;
    discovered: boolean;
  }[],
  evidence: readonly ScopedWatch<any>[],
  cluster: string,
): KindState[] {
  const states = new Map<string, KindState>();
  for (const { definition, watch, discovered } of kinds) {
    const { kind, match } = definition;
    const dormant: WatchStatus | undefined = discovered
      ? undefined
      : { state: 'listing' };
    const status = watch?.status ?? dormant;
    states.set(
      `${kind}.${match.group}`,
      status
        ? {
            ...kindState(kind, match.group, status),
            ...(watch && { version: watch.feed.version }),
          }
        : {
            kind,
            group: match.group,
            state: 'dormant',
            message: `Cluster ${cluster} does not serve ${kind}.`,
          },
    );
  }
  for (const { feed, status } of evidence) {
    if (feed.optional && status.state !== 'watching') {
      continue;
    }
    const key = `${feed.kind}.${feed.group}`;
    const state = kindState(feed.kind, feed.group, status);
    const before = states.get(key);
    if (!before || severity(before) < severity(state)) {
      states.set(key, state);
    }
  }
  return [...states.values()];
}

function kindState(
  kind: string,
  group: string,
  status: WatchStatus,
): KindState {
  const { state, message, namespaces } = status;
  return {
    kind,
    group,
    state: state === 'missing' ? 'dormant' : state,
    ...(message === undefined ? {} : { message }),
    ...(namespaces === undefined ? {} : { namespaces: [...namespaces] }),
  };
}

const SEVERITY: readonly KindState['state'][] = [
  'watching',
  'dormant',
  'listing',
  'stale',
  'forbidden',
  'error',
];

function severity({ state }: KindState): number {
  return SEVERITY.indexOf(state);
}

/** State of the source and the one sentence that explains it. */
export function sourceState(input: {
  name: string;
  link: ClusterLink;
  kinds: readonly KindState[];
  findings: readonly Finding[];
  now: number;
}): { state: Source['state']; message: string } {
  const { name, link, kinds, now } = input;
  const { failure, lastContact, version } = link;
  if (failure?.kind === 'credentials') {
    return {
      state: 'forbidden',
      message: `Cluster ${name} cannot be read since ${clockTime(
        failure.since,
        now,
      )}: ${
        failure.reason
      }. Renew the credentials that its configuration names.`,
    };
  }
  if (failure) {
    return {
      state: lastContact === undefined ? 'unreachable' : 'stale',
      message: outageSentence({
        subject: `cluster ${name}`,
        fault: 'has not answered',
        lastGood: lastContact,
        since: failure.since,
        reason: failure.reason,
        now,
      }),
    };
  }
  if (!link.isUp) {
    return { state: 'connecting', message: `Connecting to cluster ${name}.` };
  }
  const known = kinds.filter(({ state }) => state !== 'dormant');
  if (known.length > 0 && known.every(({ state }) => state === 'forbidden')) {
    return {
      state: 'forbidden',
      message: `The portal may list nothing on cluster ${name}. Grant its account the rights of examples/rbac.`,
    };
  }
  return {
    state: 'connected',
    message: connectedMessage(version, known, input.findings),
  };
}

function connectedMessage(
  version: string | undefined,
  kinds: readonly KindState[],
  findings: readonly Finding[],
): string {
  const connected = version
    ? `Connected to Kubernetes ${version}.`
    : 'Connected.';
  const problems = [
    ...kinds
      .filter(({ state }) => state !== 'watching' && state !== 'listing')
      .map(({ message }) => message),
    ...findings
      .filter(({ level }) => level !== 'info')
      .map(({ message }) => message),
  ].filter(message => message !== undefined);
  if (problems.length === 0) {
    return connected;
  }
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return `${connected.slice(0, -1)}, but: ${problems[0]}${more}`;
}
