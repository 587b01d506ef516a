import { Clock } from '../../types';
import { Repository } from '../model/Repository';
import { HookRun } from '../model/Run';
import { holdsCondition } from './condition';
import { eventPayload, EventRecord } from './events';
import { runWebhook } from './runWebhook';
import { Task } from './Task';
import { WebhookClient } from './WebhookClient';

/** What hooks are run for. */
export interface Occasion {
  event: string;
  repository: Repository;
  record: EventRecord;
  /** Ends the calls. */
  signal: AbortSignal;
}

export interface ActionResult {
  runs: HookRun[];
  /** The first failure, in the server's words. */
  fault?: string;
}

/** Runs the hooks of one action, one after another; after a failure only those whose condition wants so. */
export async function runAction(
  client: WebhookClient,
  clock: Clock,
  tasks: readonly Task[],
  occasion: Occasion,
): Promise<ActionResult> {
  const runs: HookRun[] = [];
  let fault: string | undefined;
  for (const task of tasks) {
    const { run, failure } = await runTask(
      client,
      clock,
      task,
      occasion,
      fault !== undefined,
    );
    runs.push(run);
    if (failure) {
      fault ??= `hook run id '${task.id}' failed on action '${task.action}' hook '${task.hook.id}': ${failure}`;
    }
  }
  return { runs, fault };
}

async function runTask(
  client: WebhookClient,
  clock: Clock,
  task: Task,
  occasion: Occasion,
  failedBefore: boolean,
): Promise<{ run: HookRun; failure?: string }> {
  const { id, action, hook } = task;
  const said = { id, action, hookId: hook.id };
  const output: string[] = [];
  const startedAt = clock.now();
  let failure: string | undefined;
  try {
    const wanted = hook.condition
      ? holdsCondition(hook.condition, failedBefore)
      : !failedBefore;
    if (!wanted) return { run: { ...said, status: 'skipped', output: '' } };
    await callWebhook(client, clock, task, occasion, output);
  } catch (error) {
    failure = `action failed: ${(error as Error).message}`;
    output.push(`Error: ${failure}\n`);
  }
  const run: HookRun = {
    ...said,
    status: failure ? 'failed' : 'completed',
    startedAt,
    endedAt: clock.now(),
    output: output.join(''),
  };
  return { run, failure };
}

async function callWebhook(
  client: WebhookClient,
  clock: Clock,
  { webhook, hook, action }: Task,
  { event, repository, record, signal }: Occasion,
  output: string[],
): Promise<void> {
  if (!webhook) {
    throw new Error(`the sandbox runs webhooks only, not ${hook.type}`);
  }
  const of = { action, hook: hook.id, repository: repository.info.id };
  const body = eventPayload(event, of, record, clock.now());
  const write = (text: string) => output.push(text);
  await runWebhook(client, webhook, body, write, signal);
}
