import type { Clock, KubeObject, SandboxApi } from '../../types';
import type { Random } from '../random';

/**
 * How a container ended. `OOMKilled` is the kernel's doing and `Evicted` the node's, which ends the whole pod; otherwise the
 * exit code says the reason.
 */
export interface Exit {
  code: number;
  reason?: 'OOMKilled' | 'Evicted';
}

/** What a process sees of its container and node. */
export interface ProcessHost {
  readonly api: SandboxApi;
  readonly clock: Clock;
  /** Seeded by the pod's uid: the same pod behaves the same after a restart of the sandbox. */
  readonly random: Random;
  readonly pod: KubeObject;
  readonly container: string;
  /** Ms that the container had run when the sandbox was started again; 0 for a new container. */
  readonly elapsedMs: number;
  /** Writes one line to the container's log. */
  log(line: string): void;
  /** Ends the container. Later calls do nothing. */
  exit(exit: Exit): void;
  /** Ends the container of another pod: what a driver does to its executors. */
  kill(namespace: string, pod: string, exit: Exit): void;
}

/** How a process takes SIGTERM. One that takes longer than the pod's grace period is killed (137). */
export interface Ending {
  /** `Infinity` for one that pays no heed. */
  afterMs: number;
  code: number;
}

/** A running process, as far as its node can touch it. */
export interface Process {
  /**
   * SIGTERM: last words. Answers how and when it ends; without an answer the node ends the container right after, with 143.
   */
  terminate?(): Ending | void;
  /** The container is gone or the sandbox closes: cancel every timer. */
  stop(): void;
}

/** Starts the process of a container, or leaves it to the next launcher. */
export type Launcher = (host: ProcessHost) => Process | undefined;
