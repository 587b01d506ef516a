/** One run of all actions that an event called for. Kept when it has ended, not before. */
export interface Run {
  readonly id: string;
  readonly event: string;
  readonly branch: string;
  readonly commitId: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly passed: boolean;
  readonly hooks: readonly HookRun[];
}

export interface HookRun {
  /** Place of the action, place of the hook in it: `0000_0001`. */
  readonly id: string;
  readonly action: string;
  readonly hookId: string;
  readonly status: 'completed' | 'failed' | 'skipped';
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** Request and answer as text, which is what the real server keeps as the output. */
  readonly output: string;
}
