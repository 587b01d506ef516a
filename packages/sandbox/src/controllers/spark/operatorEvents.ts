import type { KubeObject, SandboxApi } from '../../types';
import type { DriverState } from './podStates';
import type { ApplicationState, ExecutorState } from './SparkApplication';

const COMPONENT = 'spark-application-controller';

/** A value that the operator passes to its event recorder in the wrong place, as Go's fmt prints it. */
type Extra = `${'string' | 'int32' | 'time.Duration'}=${string}`;

/**
 * The message of an event. In this version of the operator the text meant for the message lands in `action`; the message
 * is the name, and what was to be filled in follows as Go's complaint about it.
 */
function garbled(name: string, extras: readonly Extra[]): string {
  return extras.length > 0 ? `${name}%!(EXTRA ${extras.join(', ')})` : name;
}

function record(
  api: SandboxApi,
  involved: KubeObject,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): void {
  api.recordEvent({ involved, type, reason, message, component: COMPONENT });
}

const APPLICATION_EVENTS: Partial<
  Record<ApplicationState, { type: 'Normal' | 'Warning'; reason: string }>
> = {
  '': { type: 'Normal', reason: 'SparkApplicationAdded' },
  SUBMITTED: { type: 'Normal', reason: 'SparkApplicationSubmitted' },
  SUBMISSION_FAILED: {
    type: 'Warning',
    reason: 'SparkApplicationSubmissionFailed',
  },
  FAILED: { type: 'Warning', reason: 'SparkApplicationFailed' },
  PENDING_RERUN: { type: 'Warning', reason: 'SparkApplicationPendingRerun' },
  SUSPENDING: { type: 'Warning', reason: 'SparkApplicationSuspending' },
  SUSPENDED: { type: 'Warning', reason: 'SparkApplicationSuspended' },
  RESUMING: { type: 'Warning', reason: 'SparkApplicationResuming' },
};

/** Tells that an application is in a state. */
export function recordApplicationEvent(
  api: SandboxApi,
  app: KubeObject,
  state: ApplicationState,
  errorMessage?: string,
): void {
  const event = APPLICATION_EVENTS[state];
  if (!event) return;
  const extras: Extra[] =
    state === 'SUBMISSION_FAILED' || state === 'FAILED'
      ? [`string=${errorMessage ?? ''}`]
      : [];
  record(
    api,
    app,
    event.type,
    event.reason,
    garbled(app.metadata.name, extras),
  );
}

/** Tells that the driver changed its state. */
export function recordDriverEvent(
  api: SandboxApi,
  app: KubeObject,
  state: DriverState,
  pod: string,
): void {
  const reasons: Record<DriverState, string> = {
    PENDING: 'SparkDriverPending',
    RUNNING: 'SparkDriverRunning',
    COMPLETED: 'SparkDriverCompleted',
    FAILED: 'SparkDriverFailed',
  };
  const type = state === 'FAILED' ? 'Warning' : 'Normal';
  record(api, app, type, reasons[state], pod);
}

/** Tells that the driver pod vanished. */
export function recordDriverNotFound(
  api: SandboxApi,
  app: KubeObject,
  pod: string,
): void {
  record(
    api,
    app,
    'Warning',
    'SparkDriverNotFound',
    garbled(pod, ['time.Duration=10s']),
  );
}

/** Tells that an executor changed its state; a failed one with the end of its container. */
export function recordExecutorEvent(
  api: SandboxApi,
  app: KubeObject,
  state: ExecutorState,
  pod: string,
  end?: { exitCode: number; reason: string },
): void {
  const reasons: Record<ExecutorState, string> = {
    PENDING: 'SparkExecutorPending',
    RUNNING: 'SparkExecutorRunning',
    COMPLETED: 'SparkExecutorCompleted',
    FAILED: 'SparkExecutorFailed',
    UNKNOWN: 'SparkExecutorUnknown',
  };
  const failed = state === 'FAILED';
  const extras: Extra[] = [
    `string=${pod}`,
    ...(failed
      ? ([
          `int32=${end?.exitCode ?? -1}`,
          `string=${end?.reason ?? 'Unknown (Container not Found)'}`,
          'string=',
        ] as const)
      : []),
  ];
  record(
    api,
    app,
    failed || state === 'UNKNOWN' ? 'Warning' : 'Normal',
    reasons[state],
    garbled(app.metadata.name, extras),
  );
}
