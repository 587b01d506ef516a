import type { Clock, KubeObject, SandboxApi } from '../../types';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { instant } from '../instant';
import { splitKey } from '../objectKey';
import { APACHE_SPARK_APPLICATIONS, PODS } from '../refs';
import { launchDriver, SubmitError } from '../spark/sparkSubmit';
import { LABEL_ROLE } from '../spark/sparkLabels';
import {
  isFailure,
  isInitializing,
  isStopping,
  isTerminated,
  lastEntry,
  type ApplicationStatus,
} from './ApplicationStatus';
import { observeEnd, observeStart, observeTimeout } from './driverObservation';
import { driverSubmission } from './driverSubmission';
import { LABEL_APP } from './labels';
import { runningState } from './runningState';
import {
  sparkAppId,
  tolerationsOf,
  type SparkApplication,
} from './SparkApplication';
import { MESSAGES } from './stateMessages';
import {
  appendState,
  initialStatus,
  newState,
  restartBackoffMs,
  terminateOrRestart,
} from './statusChanges';

/** The operator's framework holds on to an application until it has cleaned up. */
export const FINALIZER = 'sparkapplications.spark.apache.org/finalizer';

const INTERVAL_MS = 120_000;
const REQUEST_MS = 200;

/**
 * The Apache operator's state machine for SparkApplications (SparkAppReconciler and its steps, 1.0.0): one step a reconcile,
 * woken by changes of the application and its pods, by timeouts, and every two minutes.
 */
export class SparkOperator {
  readonly #api: SandboxApi;
  readonly #clock: Clock;
  readonly #queue: Workqueue;

  constructor(api: SandboxApi, clock: Clock, options: ControllerOptions) {
    this.#api = api;
    this.#clock = clock;
    this.#queue = new Workqueue(
      clock,
      key => this.#reconcile(key),
      options.onFault,
    );
  }

  /** Looks at an application in so many ms. */
  enqueue(key: string, delayMs: number): void {
    this.#queue.enqueue(key, delayMs);
  }

  stop(): void {
    this.#queue.stop();
  }

  #reconcile(key: string): void {
    const { namespace, name } = splitKey(key);
    const app = this.#api.get(APACHE_SPARK_APPLICATIONS, namespace, name) as
      | SparkApplication
      | undefined;
    if (!app) return;
    const finalizers = app.metadata.finalizers ?? [];
    if (app.metadata.deletionTimestamp) {
      if (finalizers.includes(FINALIZER)) this.#cleanUp(app, finalizers);
      return;
    }
    if (!finalizers.includes(FINALIZER)) {
      this.#api.update(APACHE_SPARK_APPLICATIONS, {
        ...app,
        metadata: { ...app.metadata, finalizers: [...finalizers, FINALIZER] },
      });
      return;
    }
    if (!app.status?.currentState?.currentStateSummary) {
      this.#write(app, initialStatus(this.#clock.now()));
      return;
    }
    const dueInMs = this.#step(app, app.status);
    if (dueInMs !== undefined) this.enqueue(key, dueInMs);
  }

  /** One step from the state that an application is in; returns in how many ms to look again, whatever happens. */
  #step(app: SparkApplication, status: ApplicationStatus): number | undefined {
    const state = status.currentState.currentStateSummary;
    if (isTerminated(state)) return this.#expire(app, status);
    if (isStopping(state)) {
      this.#conclude(app, status);
      return undefined;
    }
    if (isInitializing(state)) return this.#request(app, status);
    return this.#observe(app, status);
  }

  #write(app: SparkApplication, status: ApplicationStatus): void {
    this.#api.updateStatus(APACHE_SPARK_APPLICATIONS, { ...app, status });
  }

  #driver(app: SparkApplication): KubeObject | undefined {
    const { namespace } = app.metadata;
    return this.#api.get(PODS, namespace, `${sparkAppId(app)}-driver`);
  }

  /** Asks for the driver; after a restart once the backoff is over and the old driver is gone. */
  #request(
    app: SparkApplication,
    status: ApplicationStatus,
  ): number | undefined {
    const now = this.#clock.now();
    const since = instant(status.currentState.lastTransitionTime) ?? now;
    const [, last] =
      lastEntry(status.previousAttemptSummary?.stateTransitionHistory) ?? [];
    const waitMs = last
      ? restartBackoffMs(
          tolerationsOf(app).restartConfig,
          last.currentStateSummary,
        )
      : REQUEST_MS;
    if (since + waitMs > now) return since + waitMs - now;
    const { namespace = '' } = app.metadata;
    let next = newState('DriverRequested', now, MESSAGES.driverRequested);
    try {
      const { pod, properties, ids } = driverSubmission(app);
      if (!this.#driver(app)) {
        launchDriver(this.#api, namespace, pod, properties, ids);
      }
    } catch (error) {
      if (!(error instanceof SubmitError)) throw error;
      next = newState(
        'SchedulingFailure',
        now,
        `${MESSAGES.scheduleFailure} StackTrace: ${error.message}`,
      );
    }
    this.#write(app, appendState(status, next));
    return undefined;
  }

  #observe(
    app: SparkApplication,
    status: ApplicationStatus,
  ): number | undefined {
    const now = this.#clock.now();
    const driver = this.#driver(app);
    if (!driver) {
      this.#write(
        app,
        appendState(status, newState('Failed', now, MESSAGES.driverRemoved)),
      );
      return undefined;
    }
    const state = status.currentState.currentStateSummary;
    if (state === 'DriverRequested' || state === 'DriverStarted') {
      const states = observeStart(app, driver, now);
      if (states.length > 0) {
        this.#write(app, states.reduce(appendState, status));
        return undefined;
      }
    } else {
      const [running, message] = runningState(app, this.#executors(app));
      if (running !== state) {
        const next = newState(running, now, message);
        this.#write(app, appendState(status, next));
        return undefined;
      }
    }
    const ended = observeEnd(driver, now);
    const timeout = observeTimeout(app, driver, now);
    const next = ended ?? timeout.state;
    if (next) this.#write(app, appendState(status, next));
    return next
      ? undefined
      : Math.min(timeout.dueInMs ?? Infinity, INTERVAL_MS);
  }

  #executors(app: SparkApplication): KubeObject[] {
    const { name, namespace } = app.metadata;
    return this.#api.list(PODS, namespace, {
      [LABEL_APP]: name,
      [LABEL_ROLE]: 'executor',
    });
  }

  /** The attempt is over: its pods are let go, unless they are to be kept, and the next one is planned. */
  #conclude(app: SparkApplication, status: ApplicationStatus): void {
    const tolerations = tolerationsOf(app);
    const { resourceRetainPolicy, restartConfig } = tolerations;
    const now = this.#clock.now();
    const retains =
      resourceRetainPolicy === 'Always' ||
      (resourceRetainPolicy === 'OnFailure' &&
        isFailure(status.currentState.currentStateSummary));
    if (retains && restartConfig.restartPolicy === 'Never') {
      const kept = newState(
        'TerminatedWithoutReleaseResources',
        now,
        MESSAGES.retained,
      );
      this.#write(app, appendState(status, kept));
      return;
    }
    this.#deleteDriver(app);
    const message = retains ? MESSAGES.forceReleased : undefined;
    this.#write(app, terminateOrRestart(status, tolerations, now, message));
  }

  #deleteDriver(app: SparkApplication): void {
    const driver = this.#driver(app);
    if (!driver || driver.metadata.deletionTimestamp) return;
    this.#api.delete(PODS, driver.metadata.namespace, driver.metadata.name);
  }

  /** What time does to an application that has ended: its pods go, then it goes itself. */
  #expire(
    app: SparkApplication,
    status: ApplicationStatus,
  ): number | undefined {
    const { ttlAfterStopMillis, resourceRetainDurationMillis } =
      tolerationsOf(app);
    const now = this.#clock.now();
    if (status.currentState.currentStateSummary === 'ResourceReleased') {
      if (ttlAfterStopMillis < 0) return undefined;
      const left = endedAt(status) + ttlAfterStopMillis - now;
      if (left >= 0) return left + 1;
      const { namespace, name, uid } = app.metadata;
      this.#api.delete(APACHE_SPARK_APPLICATIONS, namespace, name, { uid });
      return undefined;
    }
    const limits = [ttlAfterStopMillis, resourceRetainDurationMillis].filter(
      ms => ms >= 0,
    );
    if (limits.length === 0) return undefined;
    const since = instant(status.currentState.lastTransitionTime) ?? now;
    const left = since + Math.min(...limits) - now;
    if (left >= 0) return left + 1;
    this.#deleteDriver(app);
    const released = newState(
      'ResourceReleased',
      now,
      MESSAGES.retainedLongEnough,
    );
    this.#write(app, appendState(status, released));
    return undefined;
  }

  /** A deleted application: its driver first, a last state for whoever watches, then the object itself. */
  #cleanUp(app: SparkApplication, finalizers: readonly string[]): void {
    const { status } = app;
    const state = status?.currentState?.currentStateSummary;
    if (status && state && state !== 'ResourceReleased') {
      this.#deleteDriver(app);
      const now = this.#clock.now();
      const released = newState('ResourceReleased', now, MESSAGES.cancelled);
      this.#write(app, appendState(status, released));
      return;
    }
    this.#api.update(APACHE_SPARK_APPLICATIONS, {
      ...app,
      metadata: {
        ...app.metadata,
        finalizers: finalizers.filter(name => name !== FINALIZER),
      },
    });
  }
}

/** When the last attempt ended: the entry before the one that released its resources. */
function endedAt(status: ApplicationStatus): number {
  const ids = Object.keys(status.stateTransitionHistory)
    .map(Number)
    .sort((left, right) => right - left);
  const before = status.stateTransitionHistory[String(ids[1] ?? ids[0])];
  return instant(before.lastTransitionTime) ?? 0;
}
