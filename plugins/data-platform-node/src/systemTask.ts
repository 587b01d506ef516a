import {
  Finding,
  Operation,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';
import { DataBranchRef } from './dataBranches';
import { SystemCall } from './resourceSource';
import { IndexedObject } from './resourceSystem';

/** Something that a system does from time to time, in one replica at a time. */
export interface SystemTask {
  /** Unique within the system, kebab-case. */
  id: string;
  everyMs: number;
  /** After this another replica may begin. Default 10 min. */
  timeoutMs?: number;
  /** What it throws is logged; the next round comes all the same. */
  run(signal: AbortSignal): Promise<void>;
}

/** What the backend offers to tasks of a system: they act for the portal, not for a person. */
export interface SystemTaskHost {
  /**
   * A live object of the system's sources; undefined where there is none, and where what is known of it may be out of date
   * (its source does not answer, or the list of its place is stale).
   */
  fresh(key: {
    source: string;
    kind: string;
    namespace: string;
    name: string;
  }): IndexedObject | undefined;
  /**
   * Does an operation in the name of the portal, on the same path as those of people: planned, recorded, audited, shown in
   * the activity under `actor`. Resolves when it has ended.
   * @param actor - `portal:default/<what for>`
   * @returns the operation, or why it was not begun
   */
  operate(
    request: OperationRequest,
    actor: string,
    signal: AbortSignal,
  ): Promise<PortalOperation>;
  /** Calls of operations that wait for leave, or have it and were not carried out yet; of one source. */
  awaited(source: string): Promise<readonly SystemCall[]>;
  /** Whether a run that was started on a branch has not ended yet, as far as is known. */
  isWorkedOn(branch: DataBranchRef): Promise<boolean>;
  /** Tells people. False: it could not be told, or there is no notifications plugin. */
  notify(news: PortalNews): Promise<boolean>;
}

/** How an operation of the portal ended. */
export type PortalOperation =
  | { operation: Operation }
  | { refused: string; findings: readonly Finding[] };

/** What people are told. */
export interface PortalNews {
  /** Entity refs of persons and groups. */
  to: readonly string[];
  title: string;
  description: string;
  /** Path in the portal. */
  link: string;
  severity: 'high' | 'normal';
  topic: string;
  /** What is told with an equal one takes the place of what was told before. */
  scope: string;
}
