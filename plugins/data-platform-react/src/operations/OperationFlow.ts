import {
  Operation,
  OperationRequest,
  Plan,
} from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformApi } from '../api/DataPlatformApi';
import { DataPlatformError } from '../api/DataPlatformError';

/** Where an operation stands between the button and its end. */
export type FlowState =
  | { step: 'planning' }
  | { step: 'review'; plan: Plan }
  | { step: 'refused'; error: Error; plan?: Plan }
  | { step: 'running'; operation?: Operation; title: string }
  | { step: 'done'; operation: Operation }
  | { step: 'failed'; operation: Operation };

/** Where an operation stands that the backend tells of. */
export function flowStateOf(operation: Operation): FlowState {
  switch (operation.state) {
    case 'accepted':
    case 'running':
      return { step: 'running', title: operation.title, operation };
    case 'done':
      return { step: 'done', operation };
    default:
      return { step: 'failed', operation };
  }
}

/** The backend answers at the end, or after this long. */
const WAIT_SECONDS = 10;
const RETRY_MS = 2_000;
/** A portal that restarts is back within this many attempts. */
const MOST_RETRIES = 15;

/**
 * Plan, review, start once, follow to the end. The same idempotency key goes
 * with every attempt to start, so pressing twice or losing the answer starts
 * nothing twice.
 */
export class OperationFlow {
  private readonly api: DataPlatformApi;
  private readonly request: OperationRequest;
  private readonly onState: (state: FlowState) => void;
  private readonly waitSeconds: number;
  private readonly abort = new AbortController();

  constructor(
    api: DataPlatformApi,
    request: OperationRequest,
    onState: (state: FlowState) => void,
    /** Shorter where what happens on the way is shown as well. */
    waitSeconds: number = WAIT_SECONDS,
  ) {
    this.api = api;
    this.request = { idempotencyKey: newKey(), ...request };
    this.onState = onState;
    this.waitSeconds = waitSeconds;
  }

  /** Asks what would be done. */
  async plan(): Promise<void> {
    this.tell({ step: 'planning' });
    try {
      const plan = await this.api.plan(this.request, this.abort.signal);
      this.tell({ step: 'review', plan });
    } catch (error) {
      this.tell({ step: 'refused', error: error as Error });
    }
  }

  /** Starts it and follows it to its end. */
  async confirm(plan: Plan): Promise<void> {
    this.tell({ step: 'running', title: plan.title });
    let operation: Operation;
    try {
      operation = await this.retrying(() => this.api.start(this.request));
      while (operation.state === 'accepted' || operation.state === 'running') {
        this.tell({ step: 'running', title: plan.title, operation });
        const { id } = operation;
        operation = await this.retrying(() =>
          this.api.operation(id, {
            waitSeconds: this.waitSeconds,
            signal: this.abort.signal,
          }),
        );
      }
    } catch (error) {
      this.tell({ step: 'refused', error: error as Error, plan });
      return;
    }
    this.tell(flowStateOf(operation));
  }

  /** Stops following; what was started goes on in the backend. */
  leave(): void {
    this.abort.abort();
  }

  private tell(state: FlowState): void {
    if (!this.abort.signal.aborted) {
      this.onState(state);
    }
  }

  private async retrying<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt();
      } catch (error) {
        const transient = error instanceof DataPlatformError && error.transient;
        if (!transient || tries >= MOST_RETRIES || this.abort.signal.aborted) {
          throw error;
        }
        await new Promise(resolve => {
          setTimeout(resolve, RETRY_MS);
        });
      }
    }
  }
}

/** Random enough where the page is no secure context and randomUUID is missing. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
