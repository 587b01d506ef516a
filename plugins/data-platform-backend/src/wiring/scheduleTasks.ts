import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { PlatformTask } from './PlatformTask';

const TIMEOUT_MS = 10 * 60_000;
/** The first looks at clusters and servers go first. */
const FIRST_AFTER_MS = 60_000;

/** Has the tasks run by the scheduler, one replica at a time. What one throws is logged; its next round comes all the same. */
export async function scheduleTasks(
  tasks: readonly PlatformTask[],
  scheduler: Pick<SchedulerService, 'scheduleTask'>,
  logger: LoggerService,
): Promise<void> {
  for (const { id, everyMs, timeoutMs = TIMEOUT_MS, run } of tasks) {
    await scheduler.scheduleTask({
      id: `data-platform-${id}`,
      frequency: { milliseconds: everyMs },
      timeout: { milliseconds: timeoutMs },
      initialDelay: { milliseconds: Math.min(everyMs, FIRST_AFTER_MS) },
      fn: async signal => {
        await run(signal as AbortSignal).catch(error =>
          logger.warn(`Task ${id} failed; it is tried again: ${error}`),
        );
      },
    });
  }
}
