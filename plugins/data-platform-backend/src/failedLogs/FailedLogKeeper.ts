import { LoggerService } from '@backstage/backend-plugin-api';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { RunFacts } from '@millrace/backstage-plugin-data-platform-node';
import { Clock, sleep } from '../clusters/Clock';
import { ClusterConnection } from '../clusters/types';
import { LogTailAnswer, readLogTail } from '../history/logTail';
import { runId } from '../history/runId';
import { HistoryStore, LogTail } from '../history/types';
import { Lane } from './Lane';
import { podIs } from './podIs';
import { NO_DRIVER, REMADE, TOO_MANY, whyNoLog } from './whyNoLog';

/** At once, and in the queue, on one cluster: one that hangs holds up no other. */
const AT_ONCE = 2;
const MAX_WAITING = 200;
const RETRY_MS = 1_000;
/** A rule that lacks is not made by asking. */
const REFUSED_MS = 10 * 60_000;

interface Job {
  row: PlatformResource;
  run: RunFacts;
  connection: ClusterConnection;
  namespace: string;
  pod: NonNullable<RunFacts['logPod']>;
}

export interface FailedLogKeeperOptions {
  history: Pick<HistoryStore, 'recordLog'>;
  connection(source: string): ClusterConnection | undefined;
  logger: LoggerService;
  clock: Clock;
  signal: AbortSignal;
}

/**
 * Keeps the last lines of a failed driver for the time when its pod is gone: a retry deletes it within milliseconds, and
 * makes another under its name. Read as the portal, once a run; where there are none, the run says why.
 */
export class FailedLogKeeper {
  readonly #options: FailedLogKeeperOptions;
  readonly #lanes = new Map<string, Lane<Job>>();
  /** Until when a namespace is left alone, by cluster and namespace. */
  readonly #refused = new Map<string, number>();
  readonly #told = new Set<string>();

  constructor(options: FailedLogKeeperOptions) {
    this.#options = options;
  }

  /** A run has failed; its driver may be gone in a moment. */
  keep(row: PlatformResource, run: RunFacts): void {
    const { signal } = this.#options;
    const { namespace, source } = row;
    const connection = this.#options.connection(source);
    if (!connection || !namespace || signal.aborted) return;
    if (run.logPod) {
      const pod = run.logPod;
      this.#laneOf(source).add({ row, run, connection, namespace, pod });
    } else {
      this.#record({ row, run }, { missing: NO_DRIVER });
    }
  }

  #laneOf(source: string): Lane<Job> {
    let lane = this.#lanes.get(source);
    if (!lane) {
      lane = new Lane({
        atOnce: AT_ONCE,
        maxWaiting: MAX_WAITING,
        work: job => this.#keep(job),
        drop: job => this.#record(job, { missing: TOO_MANY }),
      });
      this.#lanes.set(source, lane);
    }
    return lane;
  }

  #record({ row, run }: Pick<Job, 'row' | 'run'>, tail: LogTail): void {
    const id = runId(row.source, row.uid, run.attempt);
    this.#options.history.recordLog(id, tail);
  }

  async #keep(job: Job): Promise<void> {
    const { clock, signal } = this.#options;
    const place = { cluster: job.row.source, namespace: job.namespace };
    const key = `${place.cluster} ${place.namespace}`;
    if ((this.#refused.get(key) ?? 0) > clock.now()) {
      this.#record(job, { missing: whyNoLog(403, place) });
      return;
    }
    const answer = await this.#readTwice(job);
    if (signal.aborted) return;
    if (answer?.status === 403) {
      this.#refused.set(key, clock.now() + REFUSED_MS);
      this.#tell(place);
    }
    if (answer?.text === undefined) {
      this.#record(job, { missing: whyNoLog(answer?.status, place) });
    } else if (await podIs(job.pod.uid, job, signal)) {
      const { text, truncated } = answer;
      this.#record(job, { text, truncated });
    } else {
      this.#record(job, { missing: REMADE });
    }
  }

  /** Once more where it may have been bad luck. */
  async #readTwice(job: Job): Promise<LogTailAnswer | undefined> {
    const { clock, signal } = this.#options;
    const first = await this.#read(job);
    const unlucky = !first || first.status === 429 || first.status >= 500;
    if (!unlucky || signal.aborted) return first;
    await sleep(clock, RETRY_MS, signal);
    return signal.aborted ? first : (await this.#read(job)) ?? first;
  }

  /** Undefined where no answer came. */
  async #read(job: Job): Promise<LogTailAnswer | undefined> {
    const { connection, namespace, pod } = job;
    const { signal, logger } = this.#options;
    try {
      const { name, container } = pod;
      const which = { connection, namespace, pod: name, container };
      return await readLogTail({ ...which, signal });
    } catch (error) {
      logger.debug(
        `The log of the failed run ${namespace}/${job.row.name} on cluster ${job.row.source} could not be read: ${error}`,
      );
      return undefined;
    }
  }

  #tell({ cluster }: { cluster: string }): void {
    if (this.#told.has(cluster)) return;
    this.#told.add(cluster);
    this.#options.logger.info(
      `Logs of failed runs on cluster ${cluster} are not kept: the portal's service account may not get pods/log there. See examples/rbac/opt-in/portal-logs-and-numbers.yaml.`,
    );
  }
}
