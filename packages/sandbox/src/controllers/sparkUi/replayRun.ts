import type { Behaviour } from '../spark/behaviour';
import { JobProgress } from '../spark/JobProgress';
import { SparkLog } from '../spark/SparkLog';
import { AppStatus, type Application } from './AppStatus';

const START_MS = 4_000;
const RPC_PORT = 40_000;

/** A run that is over, as its event log would tell it. */
export interface FinishedRun {
  application: Application & { endedAt: number };
  failed: boolean;
  executors: { count: number; cores: number; memoryMebi: number };
  behaviour: Behaviour;
}

/** Makes up again what a finished run looked like: the same run gives the same numbers each time. */
export function replayRun(run: FinishedRun): AppStatus {
  const { application, behaviour, executors, failed } = run;
  const { startedAt, endedAt } = application;
  const app = new AppStatus(application);
  const clock = { now: () => endedAt, after: () => () => {} };
  const workMs = Math.max(1_000, endedAt - startedAt - START_MS);
  const ids = Array.from({ length: executors.count }, (_, index) => index + 1);
  for (const id of ids) {
    app.executorAdded({
      id: String(id),
      hostPort: `10.244.0.${id}:${RPC_PORT + id}`,
      cores: executors.cores,
      memoryMebi: executors.memoryMebi,
      addedAt: startedAt + START_MS + id * 800,
    });
  }
  const job = new JobProgress({
    log: new SparkLog({ clock, log: () => {} }),
    clock,
    app,
    workMs,
    behaviour,
  });
  job.resume(
    failed ? 0.4 : 1,
    startedAt + START_MS,
    ids.map(id => ({ id, pod: '', address: '' })),
  );
  if (failed) app.jobEnded('FAILED', endedAt, 'Job aborted');
  else job.end(workMs);
  for (const id of ids) {
    app.executorRemoved(String(id), 'Executor killed by driver.', endedAt);
  }
  return app;
}
