import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { RunFacts } from '@millrace/backstage-plugin-data-platform-node';
import { ClusterConnection } from '../clusters/types';
import { readLogTail } from './logTail';
import { runId } from './runId';
import { HistoryStore } from './types';

const AT_ONCE = 4;
const MAX_WAITING = 200;

/** Keeps the last log lines of runs that failed. A few at a time; when too many fail at once, the latest wait in vain. */
export class LogTails {
  readonly #connection: (source: string) => ClusterConnection | undefined;
  readonly #history: Pick<HistoryStore, 'recordLog'>;
  readonly #signal: AbortSignal;
  readonly #waiting: { resource: PlatformResource; run: RunFacts }[] = [];
  #active = 0;

  constructor(options: {
    connection(source: string): ClusterConnection | undefined;
    history: Pick<HistoryStore, 'recordLog'>;
    signal: AbortSignal;
  }) {
    this.#connection = options.connection;
    this.#history = options.history;
    this.#signal = options.signal;
  }

  /** To be called as soon as a run has failed: a retry deletes its pod within milliseconds. */
  readonly onFailedRun = (resource: PlatformResource, run: RunFacts): void => {
    if (
      run.logPod &&
      resource.namespace &&
      this.#waiting.length < MAX_WAITING
    ) {
      this.#waiting.push({ resource, run });
      this.#next();
    }
  };

  #next(): void {
    while (this.#active < AT_ONCE && !this.#signal.aborted) {
      const failed = this.#waiting.shift();
      if (!failed) {
        return;
      }
      this.#active += 1;
      void this.#keep(failed.resource, failed.run).finally(() => {
        this.#active -= 1;
        this.#next();
      });
    }
  }

  async #keep(resource: PlatformResource, run: RunFacts): Promise<void> {
    const connection = this.#connection(resource.source);
    const { namespace, source, uid } = resource;
    if (!connection || !namespace || !run.logPod) {
      return;
    }
    const { name: pod, container } = run.logPod;
    const signal = this.#signal;
    const text = await readLogTail({
      connection,
      namespace,
      pod,
      container,
      signal,
    });
    if (text) {
      this.#history.recordLog(runId(source, uid, run.attempt), text);
    }
  }
}
