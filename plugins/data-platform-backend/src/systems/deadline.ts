import { SourceFault } from '@millrace/backstage-plugin-data-platform-node';
import { Clock } from '../clusters/Clock';
import { linkedAbort } from '../clusters/linkedAbort';

/**
 * Runs work that ends by its signal, and aborts it after `ms`.
 * @throws SourceFault (`unreachable`) - the time was over
 */
export async function withDeadline<T>(
  clock: Clock,
  ms: number,
  parent: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = linkedAbort(parent);
  let late = false;
  const cancel = clock.after(ms, () => {
    late = true;
    abort.abort();
  });
  try {
    return await work(abort.signal);
  } catch (error) {
    if (late && !parent.aborted) {
      throw new SourceFault(
        'unreachable',
        `no answer within ${Math.round(ms / 1000)} s`,
      );
    }
    throw error;
  } finally {
    cancel();
    abort.release();
  }
}
