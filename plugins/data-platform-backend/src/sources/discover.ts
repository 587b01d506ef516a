import { ResourceDefinition } from '@millrace/backstage-plugin-data-platform-node';
import { Clock } from '../clusters/Clock';
import { ClusterConnection } from '../clusters/types';
import { list, record, text } from './fields';
import { readRefusal } from './Refusal';

const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,' +
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,' +
  'application/json';

type Match = ResourceDefinition<any>['match'];

/** Which version of a kind a cluster serves, in the order that its definition prefers. */
export interface Discovery {
  /** @returns undefined when the cluster does not serve the kind */
  versionOf(match: Match): string | undefined;
}

/**
 * Asks what a cluster serves: one request where it knows aggregated discovery (1.26 and later), else one for each
 * group and version that somebody asks for.
 *
 * @throws {@link Refusal} or ClusterError; then nothing is known, which is not the same as not served
 */
export async function discover(
  connection: ClusterConnection,
  matches: readonly Match[],
  signal: AbortSignal,
  clock: Clock,
): Promise<Discovery> {
  const served = new Set<string>();
  const complete = await readAggregated(connection, served, signal, clock);
  const wanted = new Set(
    matches.flatMap(({ group, versions }) =>
      versions.map(version => `${group}/${version}`),
    ),
  );
  for (const groupVersion of wanted) {
    if (!complete?.has(groupVersion)) {
      await readGroupVersion(connection, groupVersion, served, signal, clock);
    }
  }
  return {
    versionOf: ({ group, versions, plural }) =>
      versions.find(version => served.has(`${group}/${version}/${plural}`)),
  };
}

/** @returns the group versions that the answer settles: absent ones are asked for only when some are stale */
async function readAggregated(
  connection: ClusterConnection,
  served: Set<string>,
  signal: AbortSignal,
  clock: Clock,
): Promise<{ has(groupVersion: string): boolean } | undefined> {
  const response = await connection.request({
    path: '/apis',
    accept: AGGREGATED,
    signal,
  });
  if (response.status !== 200) {
    throw await readRefusal(response, clock.now());
  }
  const body = record(await response.json());
  if (body.kind !== 'APIGroupDiscoveryList') {
    return undefined;
  }
  const stale = new Set<string>();
  for (const each of list(body.items)) {
    const item = record(each);
    const group = text(record(item.metadata).name) ?? '';
    for (const entry of list(item.versions).map(record)) {
      const groupVersion = `${group}/${text(entry.version)}`;
      if (entry.freshness === 'Stale') {
        stale.add(groupVersion);
        continue;
      }
      for (const resource of list(entry.resources).map(record)) {
        add(served, groupVersion, resource.resource, resource.verbs);
      }
    }
  }
  // Core is not under /apis.
  return { has: name => !stale.has(name) && !name.startsWith('/') };
}

async function readGroupVersion(
  connection: ClusterConnection,
  groupVersion: string,
  served: Set<string>,
  signal: AbortSignal,
  clock: Clock,
): Promise<void> {
  const path = groupVersion.startsWith('/')
    ? `/api${groupVersion}`
    : `/apis/${groupVersion}`;
  const response = await connection.request({ path, signal });
  if (response.status === 404) {
    await response.text();
    return;
  }
  if (response.status !== 200) {
    throw await readRefusal(response, clock.now());
  }
  const body = record(await response.json());
  for (const resource of list(body.resources).map(record)) {
    add(served, groupVersion, resource.name, resource.verbs);
  }
}

/** Only what can be listed and watched is of use. */
function add(
  served: Set<string>,
  groupVersion: string,
  plural: unknown,
  verbs: unknown,
): void {
  const can = list(verbs);
  if (text(plural) && can.includes('list') && can.includes('watch')) {
    served.add(`${groupVersion}/${plural}`);
  }
}
