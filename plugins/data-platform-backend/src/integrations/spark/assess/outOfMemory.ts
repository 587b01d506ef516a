import { Evidence } from '@millrace/backstage-plugin-data-platform-common';
import { Executor } from '../model/executors';
import { SparkAttempt } from '../model/sparkAttempt';
import { endEvidence } from '../../pods/podEvidence';
import { at } from '../../verdicts/verdict';

/**
 * Executors of this attempt that were killed for memory. Spark deletes their pods within seconds, so what an earlier verdict
 * saw counts as long as the attempt lasts.
 */
export function executorsOutOfMemory(
  attempt: SparkAttempt,
): readonly Executor[] {
  const seen = attempt.executors.filter(executor => executor.outOfMemory);
  const names = new Set(seen.map(executor => executor.name));
  for (const item of attempt.ctx.previous?.evidence ?? []) {
    const name = /^pod (.+)$/.exec(item.subject)?.[1];
    if (
      name &&
      item.kind === 'pod' &&
      item.reason === 'OOMKilled' &&
      !names.has(name) &&
      attempt.executors.some(executor => executor.name === name)
    ) {
      names.add(name);
      const endedAt = Date.parse(item.at ?? '');
      seen.push({
        name,
        phase: 'failed',
        outOfMemory: true,
        ...(Number.isNaN(endedAt) ? {} : { endedAt }),
      });
    }
  }
  return seen;
}

/** One piece of evidence for each; what is written here is what the next verdict remembers. */
export function outOfMemoryEvidence(
  executors: readonly Executor[],
): Evidence[] {
  return executors.slice(0, 10).map(executor => {
    const end = executor.pod?.containers.find(
      container => container.terminated?.reason === 'OOMKilled',
    )?.terminated;
    return executor.pod && end
      ? endEvidence(executor.pod, end)
      : {
          kind: 'pod',
          subject: `pod ${executor.name}`,
          reason: 'OOMKilled',
          message: 'The pod is gone; this is what was seen of it',
          ...at(executor.endedAt),
        };
  });
}
