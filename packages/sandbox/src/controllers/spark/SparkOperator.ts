import { isDeepStrictEqual } from 'node:util';
import type { Clock, SandboxApi } from '../../types';
import { timestamp } from '../../clock/timestamps';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { instant } from '../instant';
import { splitKey } from '../objectKey';
import { uuid, type Random } from '../random';
import { PODS, SERVICES, SPARK_APPLICATIONS } from '../refs';
import { observeDriver, observeExecutors } from './observation';
import { recordApplicationEvent } from './operatorEvents';
import { resetStatus } from './resetStatus';
import { retryDueInMs, shouldRetry } from './retries';
import {
  applicationStatus,
  driverPodName,
  isTerminated,
  type ApplicationState,
  type SparkApplication,
  type SparkApplicationStatus,
} from './SparkApplication';
import { sparkSubmit } from './sparkSubmit';
import { ensureWebUi } from './webUi';

/** How long spark-submit takes to start, and to return after it made the driver pod. */
const SUBMIT_MS = 300;
const SUBMITTED_MS = 40;

/**
 * The state machine of Kubeflow's operator (internal/controller/sparkapplication/controller.go, 2.5), one transition a
 * reconcile, with the writes and events of the original.
 */
export class SparkOperator {
  readonly #api: SandboxApi;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #queue: Workqueue;
  readonly #submitting = new Map<string, () => void>();
  readonly #edited = new Set<string>();

  constructor(api: SandboxApi, clock: Clock, options: ControllerOptions) {
    this.#api = api;
    this.#clock = clock;
    this.#random = options.random;
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

  /** Notes that the spec of an application was changed in more than `suspend` and `timeToLiveSeconds`. */
  specChanged(uid: string): void {
    this.#edited.add(uid);
  }

  /** Forgets an application that was deleted. */
  forget(uid: string): void {
    this.#submitting.get(uid)?.();
    this.#submitting.delete(uid);
    this.#edited.delete(uid);
  }

  stop(): void {
    this.#queue.stop();
    for (const cancel of this.#submitting.values()) cancel();
    this.#submitting.clear();
  }

  #reconcile(key: string): void {
    const app = this.#get(key);
    if (!app || app.metadata.deletionTimestamp) return;
    // The operator's worker waits for spark-submit: nothing else happens to this application meanwhile.
    if (this.#submitting.has(app.metadata.uid)) return;
    const status = applicationStatus(app);
    const { state } = status.applicationState;
    if (this.#edited.delete(app.metadata.uid) && state !== '') {
      this.#write(app, withState(status, 'INVALIDATING'));
      return;
    }
    const suspended = state === 'SUSPENDED' || state === 'SUSPENDING';
    if (app.spec.suspend && !isTerminated(state) && !suspended) {
      this.#write(app, withState(status, 'SUSPENDING'));
      return;
    }
    this.#step(key, app, status, state);
  }

  #step(
    key: string,
    app: SparkApplication,
    status: SparkApplicationStatus,
    state: ApplicationState,
  ): void {
    switch (state) {
      case '':
        this.#submit(key, app);
        return;
      case 'RESUMING':
        recordApplicationEvent(this.#api, app, state);
        this.#submit(key, app);
        return;
      case 'SUBMITTED':
      case 'RUNNING':
      case 'UNKNOWN':
        this.#observe(app, state);
        return;
      case 'SUBMISSION_FAILED':
        this.#retrySubmission(key, app, status);
        return;
      case 'PENDING_RERUN':
        if (!this.#resourcesAreGone(app)) return;
        recordApplicationEvent(this.#api, app, state);
        this.#submit(key, app);
        return;
      case 'INVALIDATING':
        this.#deleteResources(app);
        this.#write(app, withState(resetStatus(status), 'PENDING_RERUN'));
        return;
      case 'SUCCEEDING':
      case 'FAILING':
        this.#conclude(key, app, status);
        return;
      case 'COMPLETED':
      case 'FAILED':
        this.#expire(key, app, status);
        return;
      case 'SUSPENDING':
        recordApplicationEvent(this.#api, app, state);
        this.#deleteResources(app);
        this.#write(app, resetStatus(withState(status, 'SUSPENDED')));
        return;
      case 'SUSPENDED':
        if (!this.#resourcesAreGone(app)) return;
        recordApplicationEvent(this.#api, app, state);
        if (!app.spec.suspend) this.#write(app, withState(status, 'RESUMING'));
        return;
      default:
    }
  }

  #get(key: string): SparkApplication | undefined {
    const { namespace, name } = splitKey(key);
    const object = this.#api.get(SPARK_APPLICATIONS, namespace, name);
    return object as SparkApplication | undefined;
  }

  #write(app: SparkApplication, status: SparkApplicationStatus): void {
    const compact = Object.fromEntries(
      Object.entries(status).filter(([, value]) => value !== undefined),
    );
    this.#api.updateStatus(SPARK_APPLICATIONS, { ...app, status: compact });
  }

  /** Runs spark-submit, which takes a moment, then writes what came of it. */
  #submit(key: string, app: SparkApplication): void {
    const { uid } = app.metadata;
    const submissionID = uuid(this.#random);
    const attemptTime = timestamp(this.#clock.now());
    const run = () => {
      let failure: string | undefined;
      const current = this.#get(key);
      if (!current || current.metadata.uid !== uid) return;
      try {
        sparkSubmit(this.#api, this.#random, current, submissionID);
      } catch (error) {
        // spark-submit is a process of its own: whatever goes wrong in it is a failed submission.
        const output = error instanceof Error ? error.message : String(error);
        failure = `failed to submit spark application: failed to run spark-submit: failed to run spark-submit: ${output}\n`;
      }
      const cancel = this.#clock.after(SUBMITTED_MS, () => {
        this.#submitting.delete(uid);
        const latest = this.#get(key);
        if (latest?.metadata.uid !== uid) return;
        this.#submitted(latest, submissionID, attemptTime, failure);
      });
      this.#submitting.set(uid, cancel);
    };
    this.#submitting.set(uid, this.#clock.after(SUBMIT_MS, run));
  }

  #submitted(
    app: SparkApplication,
    submissionID: string,
    attemptTime: string,
    failure: string | undefined,
  ): void {
    const status = applicationStatus(app);
    const next: SparkApplicationStatus = {
      ...status,
      submissionID,
      driverInfo: { ...status.driverInfo, podName: driverPodName(app) },
      lastSubmissionAttemptTime: attemptTime,
      submissionAttempts: (status.submissionAttempts ?? 0) + 1,
    };
    if (failure === undefined) {
      recordApplicationEvent(this.#api, app, 'SUBMITTED');
      this.#write(app, {
        ...withState(next, 'SUBMITTED'),
        executionAttempts: (status.executionAttempts ?? 0) + 1,
      });
      return;
    }
    const { state, errorMessage } = status.applicationState;
    recordApplicationEvent(this.#api, app, state, errorMessage);
    recordApplicationEvent(this.#api, app, 'SUBMISSION_FAILED', failure);
    this.#write(app, withState(next, 'SUBMISSION_FAILED', failure));
  }

  #observe(app: SparkApplication, state: ApplicationState): void {
    const driver = observeDriver(this.#api, app, this.#clock.now());
    const observed = observeExecutors(this.#api, app, driver);
    if (state === 'SUBMITTED') {
      observed.driverInfo = ensureWebUi(this.#api, app, observed);
    }
    this.#write(app, observed);
  }

  #retrySubmission(
    key: string,
    app: SparkApplication,
    status: SparkApplicationStatus,
  ): void {
    if (!shouldRetry(app)) {
      const { errorMessage } = status.applicationState;
      recordApplicationEvent(this.#api, app, 'FAILED', errorMessage);
      this.#write(app, {
        ...withState(status, 'FAILED', errorMessage),
        terminationTime: timestamp(this.#clock.now()),
      });
      return;
    }
    const dueInMs = retryDueInMs(app, this.#clock.now());
    if (dueInMs > 0) this.enqueue(key, dueInMs);
    else if (this.#resourcesAreGone(app)) this.#submit(key, app);
    else this.#deleteResources(app);
  }

  #conclude(
    key: string,
    app: SparkApplication,
    status: SparkApplicationStatus,
  ): void {
    const failing = status.applicationState.state === 'FAILING';
    if (!shouldRetry(app)) {
      const { errorMessage } = status.applicationState;
      this.#write(
        app,
        withState(status, failing ? 'FAILED' : 'COMPLETED', errorMessage),
      );
      return;
    }
    const dueInMs = failing ? retryDueInMs(app, this.#clock.now()) : 0;
    if (dueInMs > 0) {
      this.enqueue(key, dueInMs);
      return;
    }
    this.#deleteResources(app);
    this.#write(app, withState(resetStatus(status), 'PENDING_RERUN'));
  }

  #expire(
    key: string,
    app: SparkApplication,
    status: SparkApplicationStatus,
  ): void {
    const ended = instant(status.terminationTime);
    const { timeToLiveSeconds } = app.spec;
    const left =
      ended === undefined || timeToLiveSeconds === undefined
        ? undefined
        : ended + timeToLiveSeconds * 1000 - this.#clock.now();
    if (left !== undefined && left < 0) {
      const { namespace, name, uid } = app.metadata;
      this.#api.delete(SPARK_APPLICATIONS, namespace, name, { uid });
      return;
    }
    const observed = observeExecutors(this.#api, app, status);
    if (!isDeepStrictEqual(observed.executorState, status.executorState)) {
      this.#write(app, observed);
    }
    // Expired is "longer ago than", so the moment itself is too early.
    if (left !== undefined) this.enqueue(key, left + 1);
  }

  #deleteResources(app: SparkApplication): void {
    const { namespace } = app.metadata;
    const pod = driverPodName(app);
    const service = applicationStatus(app).driverInfo.webUIServiceName;
    if (this.#api.get(PODS, namespace, pod)) {
      this.#api.delete(PODS, namespace, pod);
    }
    if (service && this.#api.get(SERVICES, namespace, service)) {
      this.#api.delete(SERVICES, namespace, service);
    }
  }

  #resourcesAreGone(app: SparkApplication): boolean {
    const { namespace } = app.metadata;
    const service = applicationStatus(app).driverInfo.webUIServiceName;
    return (
      !this.#api.get(PODS, namespace, driverPodName(app)) &&
      !(service && this.#api.get(SERVICES, namespace, service))
    );
  }
}

function withState(
  status: SparkApplicationStatus,
  state: ApplicationState,
  errorMessage?: string,
): SparkApplicationStatus {
  return {
    ...status,
    applicationState: { state, ...(errorMessage ? { errorMessage } : {}) },
  };
}
