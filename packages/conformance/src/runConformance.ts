import { randomBytes } from 'node:crypto';
import { ApiClient } from './ApiClient';
import { Check, CheckGroup, Context, Skip } from './Check';
import { access } from './checks/access';
import { constrainedImpersonation } from './checks/constrainedImpersonation';
import { customResources } from './checks/customResources';
import { deletion } from './checks/deletion';
import { discovery } from './checks/discovery';
import { lists } from './checks/lists';
import { namespaces } from './checks/namespaces';
import { podsAndEvents } from './checks/podsAndEvents';
import { quotas } from './checks/quotas';
import { sparkOperator } from './checks/sparkOperator';
import { watches } from './checks/watches';
import { writes } from './checks/writes';
import { Connection } from './Connection';

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
  quotas,
  deletion,
  podsAndEvents,
  sparkOperator,
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
  const { connection, report = () => {}, signal } = options;
  const client = new ApiClient(connection);
  const run = randomBytes(3).toString('hex');
  const made: string[] = [];
  const context: Context = {
    client,
    namespace: `millrace-conformance-${run}`,
    unique: base => `millrace-conformance-${run}-${base}`,
    cleanUp: path => made.push(path),
  };
  const results: CheckResult[] = [];
  try {
    await createNamespace(client, context.namespace, connection);
    made.push(`/api/v1/namespaces/${context.namespace}`);
    for (const { area, checks } of CHECKS) {
      for (const check of checks) {
        if (signal?.aborted) break;
        const result = await runCheck(area, check, context);
        results.push(result);
        report(result);
      }
    }
  } finally {
    for (const path of made.reverse()) await removeQuietly(client, path);
    await client.close();
  }
  const count = (outcome: CheckResult['outcome']) =>
    results.filter(result => result.outcome === outcome).length;
  return {
    results,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
  };
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

async function runCheck(
  area: string,
  check: Check,
  context: Context,
): Promise<CheckResult> {
  const begun = Date.now();
  const result = (outcome: CheckResult['outcome'], reason?: string) => ({
    area,
    title: check.title,
    outcome,
    reason,
    durationMs: Date.now() - begun,
  });
  try {
    await check.run(context);
    return result('passed');
  } catch (error) {
    const { message } = error as Error;
    return result(error instanceof Skip ? 'skipped' : 'failed', message);
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
