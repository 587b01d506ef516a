import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  Finding,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  DataBranchRef,
  PlannedWrite,
} from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { PlannedApproval } from '../approvals/ApprovalGate';
import { ClusterWriter } from './ClusterWriter';
import { Requirement } from './Requirement';
import { PlanServices } from './PlanServices';
import { CancelStep, SeriesPlan, SeriesStep } from './series/types';
import { CallStep } from './systems/CallStep';
import { Actor } from './types';

/** One step of a plan. Steps run in order; each is found again by its id after a crash. */
export type PlannedStep =
  | ClusterStep
  | RegisterStep
  | UnregisterStep
  | SeriesStep
  | CancelStep
  | CallStep;

/** A write to a cluster. */
export type ClusterStep = PlannedWrite & {
  source: string;
  /** Hash of the spec that a patch was made from (`contentHash`): on another spec it is refused, not applied. */
  madeFrom?: string;
  /** The run that it makes is on this data branch, which is noted with the run. */
  runsOn?: DataBranchRef;
  /** It stands for itself: where it fails, the others are done all the same. */
  mayFail?: boolean;
};

/** Stores an entity; by default only where none of that ref is registered yet. */
export interface RegisterStep {
  id: string;
  title: string;
  verb: 'register';
  entity: Entity;
  replaces?: boolean;
}

export interface UnregisterStep {
  id: string;
  title: string;
  verb: 'unregister';
  entityRef: string;
}

/** What an operation would do, before it is checked against clusters. */
export interface PlannedOperation {
  title: string;
  /** The entity that it makes or acts on. */
  entityRef?: string;
  /** What it claims while it runs: two operations never hold one subject. */
  subject?: string;
  steps: readonly PlannedStep[];
  /** Its steps are runs, started bit by bit; each is done when its run has ended. */
  series?: SeriesPlan;
  /** Asked of the server in a dry run and never written: what a definition will become. */
  checks?: readonly ClusterStep[];
  /** Preflight. One error refuses the operation. */
  findings: readonly Finding[];
  /** What is asked of the permission policy, beyond what the definition asks of everyone. */
  requirements: readonly Requirement[];
  output?: Readonly<Record<string, unknown>>;
  /** Whose leave it needs, and how that stands; an error among the findings says so until it is approved. */
  approval?: PlannedApproval;
  /** What to note beside the history when it is accepted: the definition a run had. */
  definition?: { hash: string; yaml: string };
}

/** What a plan is made from, beside the input. */
export interface PlanContext {
  readonly request: OperationRequest;
  readonly actor: Actor;
  readonly credentials: BackstageCredentials;
  /** Id that the operation will have. */
  readonly operationId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly services: PlanServices;
  /**
   * Asks the permission policy at once: before anything is read for the plan that the person may not see.
   * @throws NotAllowedError, NotFoundError
   */
  authorise(requirements: readonly Requirement[]): Promise<void>;
  /** Reads on a cluster, as the person. */
  writerFor(source: string): ClusterWriter;
}

/** A thing that people can do, as data. */
export interface OperationDefinition<I = any> {
  /** For example `domain:create`. */
  id: string;
  title: string;
  /** Asked of everyone before anything else is looked at. */
  requires: readonly Requirement[];
  input: z.ZodType<I>;
  destructive?: boolean;
  /**
   * Reads only. What is wrong with the input, and what the plan would run into, are findings.
   * @throws NotFoundError, InputError - what it shall act on does not exist
   */
  plan(input: I, context: PlanContext): Promise<PlannedOperation>;
}

/** A plan that only says why not. */
export function refusedPlan(
  title: string,
  findings: readonly Finding[],
): PlannedOperation {
  return { title, steps: [], findings, requirements: [] };
}
