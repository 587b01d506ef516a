import {
  Fact,
  PlatformResource,
  SparkNumbers,
} from '@millrace/backstage-plugin-data-platform-common';
import { RunFacts } from '@millrace/backstage-plugin-data-platform-node';
import { Clock } from '../clusters/Clock';
import { ClusterConnection } from '../clusters/types';
import { runId } from '../history/runId';
import { RunNumbers } from '../store/RunNumbers';
import { ExecutorActivity } from './ExecutorActivity';
import { HistoryServer } from './HistoryServers';
import { NumbersBook } from './NumbersBook';
import { sparkNumbers } from './reduce/sparkNumbers';
import { SparkReading } from './reduce/SparkReading';
import { ProxiedSparkApi } from './rest/ProxiedSparkApi';
import { Pace } from './rest/Pace';
import { AT_ONCE, ClusterSampler } from './sample/ClusterSampler';
import { historyApis } from './sample/historyApis';
import { HistoryTrail } from './sample/HistoryTrail';
import { SparkTarget } from './sample/SparkTarget';

/** Numbers that do not change are told again after this time, so that their age on the screen stays true. */
const TELL_AGAIN_MS = 60_000;
/** A run that ended before is left to whoever saw it end. */
const FRESH_MS = 15 * 60_000;

export interface SparkSamplingOptions {
  clock: Clock;
  signal: AbortSignal;
  /** From 0 to below 1. */
  random(): number;
  connection(source: string): ClusterConnection | undefined;
  /** Requests to one cluster, at most. */
  requestsPerSecond: number;
  historyServers: readonly HistoryServer[];
  /** Keeps the last numbers of a run that has ended. */
  record(runId: string, numbers: SparkNumbers): void;
  /** The numbers of a row are new. */
  onChange(id: string): void;
  activity?: ExecutorActivity;
}

interface Followed {
  readonly attempt: string;
  /** Of the object; a service is no run, and its numbers are not kept. */
  readonly runOf?: { source: string; uid: string };
  ended: boolean;
  toldAt: number;
}

/** Of a run that had ended before anybody looked, which most have, nothing but its attempt. */
type Known = Followed | string;

/** Spark's own numbers on every run, read by one sampler a cluster however many people look. */
export class SparkSampling implements RunNumbers {
  readonly #options: SparkSamplingOptions;
  readonly #book = new NumbersBook();
  readonly #known = new Map<string, Known>();
  readonly #samplers = new Map<string, ClusterSampler>();
  readonly #paces = new Map<string, Pace>();
  readonly #trail: HistoryTrail;

  constructor(options: SparkSamplingOptions) {
    this.#options = options;
    const historyApi = historyApis({
      ...options,
      servers: options.historyServers,
      paceOf: source => this.#paceOf(source),
    });
    this.#trail = new HistoryTrail({
      ...options,
      historyApi,
      onReading: (target, reading) => this.#takeLast(target, reading),
    });
  }

  observe(row: PlatformResource, run: RunFacts): void {
    const { spark, attempt, outcome, finishedAt } = run;
    const { id, source, uid, namespace } = row;
    if (!spark || !namespace) {
      return;
    }
    const target = { id, source, uid, namespace, attempt, spark };
    const before = this.#known.get(id);
    const now = this.#options.clock.now();
    const fresh = finishedAt !== undefined && now - finishedAt < FRESH_MS;
    const wanted = before !== undefined || fresh;
    if (attemptOf(before) !== attempt) {
      this.#known.set(
        id,
        outcome !== undefined && !wanted
          ? attempt
          : {
              attempt,
              runOf: row.nature === 'run' ? { source, uid } : undefined,
              ended: false,
              toldAt: 0,
            },
      );
    }
    if (outcome === undefined && spark.driver) {
      this.#samplerOf(source).watch(target);
    } else if (outcome === undefined) {
      this.#samplers.get(source)?.unwatch(id);
    } else if (this.#ends(id, attemptOf(before) !== attempt)) {
      void this.#end(target, wanted);
    }
  }

  gone(id: string): void {
    const known = this.#known.get(id);
    if (typeof known === 'object' && known.runOf && !known.ended) {
      const { runOf, attempt } = known;
      const last = this.#book.of(id, attempt);
      if (last)
        this.#options.record(runId(runOf.source, runOf.uid, attempt), last);
    }
    this.#known.delete(id);
    this.#book.delete(id);
    for (const sampler of this.#samplers.values()) {
      sampler.unwatch(id);
    }
  }

  of(id: string, attempt: string | undefined): SparkNumbers | undefined {
    return this.#book.of(id, attempt);
  }

  facts(id: string, attempt: string | undefined): readonly Fact[] {
    return this.#book.facts(id, attempt);
  }

  /** Whether the end of a run is news. @param begun - it is heard of for the first time */
  #ends(id: string, begun: boolean): boolean {
    const known = this.#known.get(id);
    if (typeof known !== 'object') return begun;
    const { ended } = known;
    known.ended = true;
    return !ended;
  }

  #samplerOf(source: string): ClusterSampler {
    let sampler = this.#samplers.get(source);
    if (!sampler) {
      sampler = new ClusterSampler({
        ...this.#options,
        driverApi: target => this.#driverApi(target),
        onReading: (target, reading) => this.#take(target, reading),
      });
      this.#samplers.set(source, sampler);
    }
    return sampler;
  }

  #driverApi({ source, namespace, spark }: SparkTarget) {
    const connection = this.#options.connection(source);
    if (!connection || !spark.driver) {
      return undefined;
    }
    const { pod: name, port } = spark.driver;
    const target = { resource: 'pods', namespace, name, port } as const;
    return this.#paceOf(source).paced(
      new ProxiedSparkApi(connection, target, this.#options.clock),
    );
  }

  #paceOf(source: string): Pace {
    let pace = this.#paces.get(source);
    if (!pace) {
      const { clock, requestsPerSecond: perSecond } = this.#options;
      pace = new Pace({ clock, perSecond, atOnce: AT_ONCE });
      this.#paces.set(source, pace);
    }
    return pace;
  }

  #take(target: SparkTarget, reading: SparkReading): void {
    const { id, source, uid, attempt } = target;
    const known = this.#known.get(id);
    if (attemptOf(known) !== attempt) {
      return;
    }
    const numbers = sparkNumbers(reading);
    const before = this.#book.put(id, attempt, numbers);
    const now = this.#options.clock.now();
    const toldAt = typeof known === 'object' ? known.toldAt : 0;
    if (!sameNumbers(before, numbers) || now - toldAt >= TELL_AGAIN_MS) {
      if (typeof known === 'object') known.toldAt = now;
      this.#options.onChange(id);
    }
    if (reading.from === 'driver') {
      const alive = reading.executors.filter(each => each.active);
      const busy = alive.filter(each => each.activeTasks > 0).length;
      const at = reading.at;
      this.#options.activity?.observe({
        ...{ source, uid, attempt, at },
        alive: alive.length,
        busy,
      });
    }
  }

  /** The History Server's figures are final, once it has read the whole log. */
  #takeLast(target: SparkTarget, reading: SparkReading): boolean {
    const { id, source, uid, attempt } = target;
    const numbers = sparkNumbers(reading);
    const before = this.#book.of(id, attempt);
    if (before && before.tasks.complete > numbers.tasks.complete) {
      return false;
    }
    this.#options.record(runId(source, uid, attempt), numbers);
    this.#take(target, reading);
    return true;
  }

  async #end(target: SparkTarget, wanted: boolean): Promise<void> {
    const { id, source, uid, attempt, spark } = target;
    const sampler = this.#samplers.get(source);
    // Also where there is nothing to wait for: who has just judged the run has not set its row yet.
    await (spark.driver ? sampler?.readLast(target) : sampler?.unwatch(id));
    const last = this.#book.of(id, attempt);
    if (last) {
      this.#options.record(runId(source, uid, attempt), last);
      this.#book.end(id);
      this.#options.onChange(id);
    }
    if (wanted) {
      this.#trail.follow(target);
    }
  }
}

function attemptOf(known: Known | undefined): string | undefined {
  return typeof known === 'object' ? known.attempt : known;
}

/** But for the time at which they were read. */
function sameNumbers(a: SparkNumbers | undefined, b: SparkNumbers): boolean {
  return (
    a !== undefined &&
    JSON.stringify({ ...a, at: '' }) === JSON.stringify({ ...b, at: '' })
  );
}
