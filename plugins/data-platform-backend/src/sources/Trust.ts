import { StaleMark } from './Feed';

/** What one list and watch is doing. */
export interface ReflectorStatus {
  state: 'listing' | 'watching' | 'stale' | 'forbidden' | 'error' | 'missing';
  message?: string;
}

/** Whether what is shown can be vouched for, and what is said about it when not. Tells only what changes. */
export class Trust {
  readonly #onStatus: () => void;
  readonly #onMark: (mark: StaleMark | undefined) => void;
  #status: ReflectorStatus = { state: 'listing' };
  #since?: number;
  #settled = false;

  constructor(
    onStatus: () => void,
    onMark: (mark: StaleMark | undefined) => void,
  ) {
    this.#onStatus = onStatus;
    this.#onMark = onMark;
  }

  get status(): ReflectorStatus {
    return this.#status;
  }

  /** Since when nothing can be vouched for, epoch ms; undefined while all is well. */
  get staleSince(): number | undefined {
    return this.#since;
  }

  /** True once the first list ended, well or not. */
  get settled(): boolean {
    return this.#settled;
  }

  /** A list has begun. Rows that are stale stay so until it ends. */
  listing(): void {
    if (this.#since === undefined) {
      this.#set({ state: 'listing' });
    }
  }

  /** What is shown is what the server has. */
  vouch(): void {
    this.#settled = true;
    if (this.#since !== undefined) {
      this.#since = undefined;
      this.#onMark(undefined);
    }
    if (this.#status.state !== 'watching') {
      this.#set({ state: 'watching' });
    }
  }

  /** The rows stay, marked. */
  doubt(
    state: 'stale' | 'error' | 'forbidden' | 'missing',
    since: number,
    message: string,
  ): void {
    this.#settled = true;
    this.#since ??= since;
    this.#onMark({ since: new Date(this.#since).toISOString(), message });
    this.#set({ state, message });
  }

  /** Something worth telling although the rows are good. */
  remark(message: string): void {
    this.#set({ ...this.#status, message });
  }

  #set(status: ReflectorStatus): void {
    const { state, message } = this.#status;
    this.#status = status;
    if (state !== status.state || message !== status.message) {
      this.#onStatus();
    }
  }
}
