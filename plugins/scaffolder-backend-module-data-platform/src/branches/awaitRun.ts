import { LoggerService } from '@backstage/backend-plugin-api';
import { Run } from '@millrace/backstage-plugin-data-platform-common';
import { PlatformCalls } from '../PlatformCalls';

const POLL_MS = 5_000;
/** Reads that may fail in a row before the task gives up; the run itself goes on. */
const MAX_FAILED = 8;
/** Newest runs of the job that the run is looked for among. */
const PAGE = 100;

/** What names a run before its attempt has an id. */
export interface StartedRun {
  entityRef: string;
  source: string;
  namespace: string;
  name: string;
}

/**
 * Waits until a run has ended, and logs what is said of it as that changes.
 * @returns the run as it was seen last; not ended ({@link hasEnded}) where the time was over first, undefined where nobody saw it
 * @throws the plugin's own sentence, when the run cannot be read any more
 */
export async function awaitRun(
  calls: PlatformCalls,
  started: StartedRun,
  options: { logger: LoggerService; withinMs: number },
): Promise<Run | undefined> {
  let said = '';
  let seen: Run | undefined;
  let failures = 0;
  for (let waited = 0; waited <= options.withinMs; waited += POLL_MS) {
    try {
      seen = (await findRun(calls, started)) ?? seen;
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures >= MAX_FAILED) throw error;
    }
    if (seen) {
      const { health, reason, message } = seen.assessment;
      if (said !== `${health} ${reason}`) {
        said = `${health} ${reason}`;
        options.logger.info(`Run ${started.name}: ${message}`);
      }
      if (hasEnded(seen)) return seen;
    }
    await calls.wait(POLL_MS);
  }
  return seen;
}

/** An attempt that failed is not the end while the operator tries again: then the verdict has no outcome. */
export function hasEnded({ outcome, live, assessment }: Run): boolean {
  if (outcome === undefined || outcome === 'succeeded') {
    return outcome !== undefined;
  }
  return !live || assessment.outcome !== undefined;
}

/** The newest attempt of the run. */
async function findRun(
  calls: PlatformCalls,
  { entityRef, source, namespace, name }: StartedRun,
): Promise<Run | undefined> {
  const { items } = await calls.read((client, signal) =>
    client.GET('/v1/runs', {
      params: { query: { entityRef, limit: PAGE } },
      signal,
    }),
  );
  return items.find(
    run =>
      run.name === name && run.source === source && run.namespace === namespace,
  );
}
