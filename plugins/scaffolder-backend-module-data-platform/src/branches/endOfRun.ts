import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { Operation } from '@millrace/backstage-plugin-data-platform-common';
import { PlatformServices } from '../PlatformCalls';
import { callsOf } from '../runOperation';
import { awaitRun, hasEnded } from './awaitRun';
import { runLink } from './portalLinks';

/**
 * Waits for the end of a run that an operation has started, and passes on what became of it.
 * @throws a sentence when it has not succeeded, or nobody knows within the time
 */
export async function endOfRun(
  ctx: ActionContext<any, any>,
  services: PlatformServices,
  started: { entityRef: string; operation: Operation; minutes: number },
): Promise<void> {
  const { entityRef, operation, minutes } = started;
  const output = operation.output ?? {};
  const name = String(output.name);
  const calls = await callsOf(ctx, services);
  const run = await awaitRun(
    calls,
    {
      entityRef,
      name,
      source: String(output.source),
      namespace: String(output.namespace),
    },
    { logger: ctx.logger, withinMs: minutes * 60_000 },
  );
  const link = run && runLink(services, entityRef, run.id);
  if (run) {
    ctx.output('runId', run.id);
    ctx.output('message', run.assessment.message);
    ctx.output('link', link);
  }
  if (!run || !hasEnded(run)) {
    throw new Error(
      `Run ${name} has not ended within ${minutes} min, and goes on without this task${
        link ? `: ${link}` : ''
      }.`,
    );
  }
  ctx.output('outcome', run.outcome);
  if (run.outcome !== 'succeeded') {
    throw new Error(
      `Run ${name} ${run.outcome === 'failed' ? 'failed' : 'was stopped'}: ${
        run.assessment.message
      } ${link}`,
    );
  }
  ctx.logger.info(`Run ${name} succeeded: ${link}`);
}
