import type { Launcher, Process, ProcessHost } from '../pods/Process';
import type { AppStatus } from './AppStatus';
import { finishedRuns } from './finishedRuns';
import { replayRun } from './replayRun';
import { restApi } from './restApi';

const CONTAINER = 'spark-history-server';
const PORT = 18_080;
const VERSION = '4.0.0';

/** The process of a History Server: serves the REST API for runs that are over and wrote an event log. */
class HistoryServer implements Process {
  readonly #host: ProcessHost;
  readonly #apps = new Map<string, AppStatus>();
  readonly #unlisten: () => void;

  constructor(host: ProcessHost) {
    this.#host = host;
    if (host.elapsedMs === 0) {
      host.log(`HistoryServer: Bound HistoryServer to 0.0.0.0:${PORT}`);
    }
    this.#unlisten = host.api.listen(host.pod, PORT, request =>
      restApi(this.#known(), VERSION, request, host.clock.now()),
    );
  }

  stop(): void {
    this.#unlisten();
  }

  /** What it knows now; a log is read once, and read again when the run under its id is another one. */
  #known(): AppStatus[] {
    const runs = finishedRuns(this.#host.api);
    const ids = new Set(runs.map(({ application }) => application.id));
    for (const id of this.#apps.keys()) {
      if (!ids.has(id)) this.#apps.delete(id);
    }
    return runs.map(run => {
      const { id, endedAt } = run.application;
      const read = this.#apps.get(id);
      if (read?.application.endedAt === endedAt) return read;
      const app = replayRun(run);
      this.#apps.set(id, app);
      return app;
    });
  }
}

/** A container that is called `spark-history-server`. */
export const historyServerLauncher: Launcher = host =>
  host.container === CONTAINER ? new HistoryServer(host) : undefined;
