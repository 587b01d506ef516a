import { randomBytes } from 'node:crypto';
import type { CheckResult, Summary } from '../runConformance';
import { summaryOf, timedCheck } from '../timedCheck';
import { branches } from './checks/branches';
import { commits } from './checks/commits';
import { diffs } from './checks/diffs';
import { hooks } from './checks/hooks';
import { merges } from './checks/merges';
import { objects } from './checks/objects';
import { pullRequests } from './checks/pullRequests';
import { server } from './checks/server';
import { settings } from './checks/settings';
import { sideBySide } from './checks/sideBySide';
import { Lake, LakeFsCheck, LakeFsCheckGroup } from './LakeFsCheck';
import { LakeFsClient, LakeFsConnection } from './LakeFsClient';
import { WebhookServer } from './WebhookServer';

/** All checks of lakeFS, in the order they are run. */
export const LAKEFS_CHECKS: readonly LakeFsCheckGroup[] = [
  server,
  branches,
  objects,
  commits,
  diffs,
  merges,
  pullRequests,
  settings,
  hooks,
  sideBySide,
];

export interface LakeFsConformanceOptions {
  connection: LakeFsConnection;
  /** Told of each check as it ends. */
  report?: (result: CheckResult) => void;
  signal?: AbortSignal;
}

/**
 * Runs the suite; each check in a repository of its own, which is deleted afterwards. Storage namespaces stay used, as lakeFS keeps
 * them.
 *
 * @throws Error when the server does not answer, or not as a lakeFS of this key
 */
export async function runLakeFsConformance(
  options: LakeFsConformanceOptions,
): Promise<Summary> {
  const { connection, report = () => {}, signal } = options;
  const client = new LakeFsClient(connection);
  await probe(client, connection);
  const run = `millrace-conf-${randomBytes(3).toString('hex')}`;
  const webhooks = await new WebhookServer().start();
  const results: CheckResult[] = [];
  try {
    for (const { area, checks } of LAKEFS_CHECKS) {
      for (const check of checks) {
        if (signal?.aborted) break;
        const name = `${run}-${results.length}`;
        const result = await runCheck(area, check, client, name, webhooks);
        results.push(result);
        report(result);
      }
    }
  } finally {
    await webhooks.stop();
  }
  return summaryOf(results);
}

async function probe(
  client: LakeFsClient,
  { endpoint }: LakeFsConnection,
): Promise<void> {
  let answer;
  try {
    answer = await client.get('/config');
  } catch (error) {
    throw new Error(
      `The lakeFS server at ${endpoint} does not answer: ${
        (error as Error).message
      }`,
    );
  }
  if (answer.status !== 200 || !answer.body?.version_config) {
    throw new Error(
      `The server at ${endpoint} does not let the suite in: ${answer.status} ${
        answer.body?.message ?? answer.text.slice(0, 200)
      }`,
    );
  }
}

async function runCheck(
  area: string,
  check: LakeFsCheck,
  client: LakeFsClient,
  name: string,
  webhooks: WebhookServer,
): Promise<CheckResult> {
  const lake = new Lake(client, name);
  return timedCheck(area, check.title, async () => {
    try {
      await lake.create();
      await check.run({ client, lake, webhooks });
    } finally {
      // The next check has a repository of its own, whatever became of this one.
      await lake.remove().catch(() => {});
    }
  });
}
