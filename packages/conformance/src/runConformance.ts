import { randomBytes } from 'node:crypto';
import { ApiClient } from './ApiClient';
import { CheckGroup, Context } from './Check';
import { access } from './checks/access';
import { constrainedImpersonation } from './checks/constrainedImpersonation';
import { customResources } from './checks/customResources';
import { deletion } from './checks/deletion';
import { discovery } from './checks/discovery';
import { lists } from './checks/lists';
import { namespaces } from './checks/namespaces';
import { podsAndEvents } from './checks/podsAndEvents';
import { portalPolicies } from './checks/portalPolicies';
import { quotas } from './checks/quotas';
import { notebookFailures } from './checks/notebooks/notebookFailures';
import { notebookLifeCycles } from './checks/notebooks/notebookLifeCycles';
import { notebookVolumes } from './checks/notebooks/notebookVolumes';
import { workspaces } from './checks/notebooks/workspaces';
import { apacheOperator } from './checks/spark/apacheOperator';
import { operatorDown } from './checks/spark/operatorDown';
import { sparkClusters } from './checks/spark/sparkClusters';
import { sparkConnects } from './checks/spark/sparkConnects';
import { sparkFailures } from './checks/spark/sparkFailures';
import { sparkLifeCycles } from './checks/spark/sparkLifeCycles';
import { sparkSchedules } from './checks/spark/sparkSchedules';
import { watches } from './checks/watches';
import { writes } from './checks/writes';
import { Connection } from './Connection';
import { summaryOf, timedCheck } from './timedCheck';

/** All checks, in the order they are run. */
export const CHECKS: readonly CheckGroup[] = [
  discovery,
  namespaces,
  writes,
  lists,
  watches,
  customResources,
  access,
  constrainedImpersonation,
  portalPolicies,
  quotas,
  deletion,
  podsAndEvents,
  sparkLifeCycles,
  sparkFailures,
  sparkSchedules,
  apacheOperator,
  sparkClusters,
  sparkConnects,
  notebookLifeCycles,
  notebookFailures,
  notebookVolumes,
  workspaces,
  operatorDown,
];

export interface CheckResult {
  area: string;
  title: string;
  outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped. */
  reason?: string;
  durationMs: number;
}

export interface Summary {
  results: CheckResult[];
  passed: number;
  failed: number;
  skipped: number;
}

export interface ConformanceOptions {
  connection: Connection;
  /** Also run the checks that stop an operator for some seconds; skipped by default. */
  disruptive?: boolean;
  /** Those that are run; all by default. */
  groups?: readonly CheckGroup[];
  /** Told of each check as it ends. */
  report?: (result: CheckResult) => void;
  signal?: AbortSignal;
}

/**
 * Runs the suite in a namespace of its own, which it removes afterwards whatever happens.
 *
 * @throws Error when that namespace cannot be made: nothing can be said of the server then
 */
export async function runConformance(
  options: ConformanceOptions,
): Promise<Summary> {
  const { connection, disruptive = false, report = () => {}, signal } = options;
  const { groups = CHECKS } = options;
  const client = new ApiClient(connection);
  const run = randomBytes(3).toString('hex');
  const made: string[] = [];
  const context: Context = {
    client,
    namespace: `millrace-conformance-${run}`,
    disruptive,
    unique: base => `millrace-conformance-${run}-${base}`,
    cleanUp: path => made.push(path),
  };
  const results: CheckResult[] = [];
  try {
    await createNamespace(client, context.namespace, connection);
    made.push(`/api/v1/namespaces/${context.namespace}`);
    const tell = (result: CheckResult) => {
      results.push(result);
      report(result);
    };
    for (const batch of batches(groups)) {
      if (signal?.aborted) break;
      await runBatch(batch, context, tell, signal);
    }
  } finally {
    for (const path of made.reverse()) await removeQuietly(client, path);
    await client.close();
  }
  return summaryOf(results);
}

async function createNamespace(
  client: ApiClient,
  name: string,
  { url }: Connection,
): Promise<void> {
  let answer;
  try {
    answer = await client.create('/api/v1/namespaces', { metadata: { name } });
  } catch (error) {
    const cause = (error as Error).cause as Error | undefined;
    throw new Error(
      `The API server at ${url} does not answer: ${
        cause?.message ?? (error as Error).message
      }`,
    );
  }
  if (answer.status !== 201) {
    throw new Error(
      `The API server at ${url} refuses the suite's namespace ${name}: ${
        answer.body?.message ?? answer.text.slice(0, 200)
      }`,
    );
  }
}

/** Groups in their order; those that may run at once and stand side by side are one batch. */
function batches(groups: readonly CheckGroup[]): CheckGroup[][] {
  const found: CheckGroup[][] = [];
  for (const group of groups) {
    const last = found.at(-1);
    if (group.parallel && last?.[0].parallel) last.push(group);
    else found.push([group]);
  }
  return found;
}

/** Runs the checks of a batch, one by one or all at once; tells of them in their order either way. */
async function runBatch(
  batch: readonly CheckGroup[],
  context: Context,
  tell: (result: CheckResult) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const checks = batch.flatMap(({ area, checks: all }) =>
    all.map(check => ({ area, check })),
  );
  if (batch[0].parallel) {
    const running = checks.map(({ area, check }) =>
      timedCheck(area, check.title, () => check.run(context)),
    );
    for (const check of running) tell(await check);
    return;
  }
  for (const { area, check } of checks) {
    if (signal?.aborted) return;
    tell(await timedCheck(area, check.title, () => check.run(context)));
  }
}

/** What is gone already, or cannot be removed, must not hide what the checks found. */
async function removeQuietly(client: ApiClient, path: string): Promise<void> {
  try {
    await client.delete(path);
  } catch {
    // The server is gone, and the object with it or beyond reach.
  }
}
