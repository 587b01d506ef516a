import {
  Finding,
  Operation,
  OperationRequest,
  OperationStep,
} from '@millrace/backstage-plugin-data-platform-common';
import { PlannedStep } from './definition';
import { Requirement } from './Requirement';
import { seriesProgress } from './series/seriesProgress';
import { SeriesPlan } from './series/types';
import { Actor } from './types';

/** What is known of one step of an accepted operation. */
export type StepProgress = Pick<
  OperationStep,
  'state' | 'message' | 'uid' | 'at'
>;

/** To whom and to what an entity belonged when an operation on it was accepted: the catalog may have forgotten it since. */
export interface OperationPlace {
  ownerRef?: string;
  productRef?: string;
  domainRef?: string;
}

/** An accepted operation, as it is recorded. All that is needed to go on with it in another process. */
export interface OperationRecord {
  readonly id: string;
  readonly operation: string;
  readonly title: string;
  readonly actor: Actor;
  readonly entityRef?: string;
  readonly place?: OperationPlace;
  readonly request: OperationRequest;
  readonly requestHash: string;
  readonly idempotencyKey?: string;
  readonly subject?: string;
  readonly steps: readonly PlannedStep[];
  readonly requirements: readonly Requirement[];
  readonly findings: readonly Finding[];
  /** Its steps are runs. */
  readonly series?: SeriesPlan;
  readonly createdAt: number;
  state: Operation['state'];
  /** `backward`: what it made is being removed again, because of `error`. */
  direction: 'forward' | 'backward';
  progress: Record<string, StepProgress>;
  output: Record<string, unknown>;
  error?: string;
  finishedAt?: number;
}

/** As the HTTP API tells it. */
export function toOperation(record: OperationRecord): Operation {
  return {
    id: record.id,
    operation: record.operation,
    title: record.title,
    actor: record.actor.userRef,
    ...(record.entityRef && { entityRef: record.entityRef }),
    ...(record.place?.ownerRef && { ownerRef: record.place.ownerRef }),
    state: record.state,
    ...(typeof record.output.cancelledBy === 'string' && {
      cancelledBy: record.output.cancelledBy,
    }),
    steps: record.steps.map(({ id, title }) => ({
      id,
      title,
      ...(record.progress[id] ?? { state: 'pending' }),
    })),
    ...(record.series && { progress: seriesProgress(record) }),
    findings: [...record.findings],
    ...(record.error && { error: record.error }),
    output: record.output,
    createdAt: new Date(record.createdAt).toISOString(),
    ...(record.finishedAt && {
      finishedAt: new Date(record.finishedAt).toISOString(),
    }),
  };
}

/** The states of operations of which nothing is left to do. */
export const ENDED: readonly OperationRecord['state'][] = [
  'done',
  'failed',
  'cancelled',
];

/** Nothing of it is left to do. */
export function hasEnded({ state }: Pick<OperationRecord, 'state'>): boolean {
  return ENDED.includes(state);
}
