import { LoggerService } from '@backstage/backend-plugin-api';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { RunFacts } from '@millrace/backstage-plugin-data-platform-node';
import { ClusterConnection } from '../clusters/types';
import { readLogTail } from '../history/logTail';
import { runId } from '../history/runId';
import { HistoryStore } from '../history/types';

const MAX_WAITING = 200;
const AT_A_TIME = 2;

interface Job {
  row: PlatformResource;
  run: RunFacts;
}

/**
 * Keeps the last lines of a failed driver for the time when its pod is gone. Read as the portal; where its service
 * account may not read logs, nothing is kept, and that is told once a cluster.
 */
export class FailedLogKeeper {
  readonly #history: HistoryStore;
  readonly #connection: (source: string) => ClusterConnection | undefined;
  readonly #logger: LoggerService;
  readonly #signal: AbortSignal;
  readonly #waiting: Job[] = [];
  readonly #refused = new Set<string>();
  #running = 0;

  constructor(options: {
    history: HistoryStore;
    connection(source: string): ClusterConnection | undefined;
    logger: LoggerService;
    signal: AbortSignal;
  }) {
    this.#history = options.history;
    this.#connection = source => options.connection(source);
    this.#logger = options.logger;
    this.#signal = options.signal;
  }

  /** A run has failed; its driver may be gone in a moment. */
  keep(row: PlatformResource, run: RunFacts): void {
    if (!run.logPod || !row.namespace || this.#signal.aborted) return;
    this.#waiting.push({ row, run });
    if (this.#waiting.length > MAX_WAITING) this.#waiting.shift();
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#running >= AT_A_TIME) return;
    this.#running += 1;
    try {
      for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
        await this.#keep(job).catch(error =>
          this.#logger.debug(
            `The log of the failed run ${job.row.namespace}/${job.row.name} on cluster ${job.row.source} was not kept: ${error}`,
          ),
        );
      }
    } finally {
      this.#running -= 1;
    }
  }

  async #keep({ row, run }: Job): Promise<void> {
    const { source, namespace, uid } = row;
    const connection = this.#connection(source);
    if (!connection || !run.logPod || this.#refused.has(source)) return;
    const { name, container } = run.logPod;
    const { status, text } = await readLogTail({
      connection,
      namespace: namespace ?? '',
      pod: name,
      container,
      signal: this.#signal,
    });
    if (status === 403) {
      this.#refused.add(source);
      this.#logger.info(
        `Logs of failed runs on cluster ${source} are not kept: the portal's service account may not get pods/log there.`,
      );
    }
    if (text) {
      this.#history.recordLog(runId(source, uid, run.attempt), text);
    }
  }
}
