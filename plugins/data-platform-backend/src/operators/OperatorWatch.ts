import {
  DataPlatformIntegration,
  OperatorTrace,
} from '@millrace/backstage-plugin-data-platform-node';
import { DeploymentEvidence } from '../sources/types';
import {
  judgeOperator,
  OperatorDeployment,
  OperatorJudgement,
  Owed,
} from './judgeOperator';

/** An object in the index, as far as its operator matters. */
export interface Traced {
  readonly id: string;
  readonly source: string;
  readonly namespace: string | undefined;
}

/** What is known of one operator on one cluster, and what is thought of it. */
export class OperatorWatch<T extends Traced> {
  readonly integration: DataPlatformIntegration;
  readonly #owed = new Map<string, { object: T; owed: Owed }>();
  /** Namespaces in which it has written anything: where it has not, it may have nothing to do. */
  readonly #watched = new Set<string>();
  #deployments: readonly OperatorDeployment[] = [];
  #actedAt: number | undefined;
  judgement: OperatorJudgement = { state: 'unknown', undone: [] };

  constructor(integration: DataPlatformIntegration) {
    this.integration = integration;
  }

  get deployments(): readonly OperatorDeployment[] {
    return this.#deployments;
  }

  /** Objects that wait for it. */
  get waiting(): T[] {
    return Array.from(this.#owed.values(), ({ object }) => object);
  }

  observe(object: T, trace: OperatorTrace | undefined, now: number): void {
    const { owes, touched, actedAt } = trace ?? { touched: false };
    if (touched) {
      this.#watched.add(object.namespace ?? '');
    }
    if (actedAt !== undefined) {
      this.sawAtWork(Math.min(actedAt, now));
    }
    if (owes) {
      this.#owed.set(object.id, { object, owed: owes });
    } else {
      this.#owed.delete(object.id);
    }
  }

  forget(object: T): void {
    this.#owed.delete(object.id);
  }

  sawAtWork(at: number): void {
    this.#actedAt = Math.max(at, this.#actedAt ?? at);
  }

  /** All Deployments that carry its labels now. */
  setDeployments(found: readonly DeploymentEvidence[], now: number): void {
    this.#deployments = found.map(one => {
      const before = this.#deployments.find(
        ({ name, namespace }) =>
          name === one.name && namespace === one.namespace,
      );
      const { name, namespace, wanted, available, unavailableSince } = one;
      const base = { name, namespace, scaledToZero: wanted === 0 };
      if (available > 0) {
        const backSince =
          before?.awaySince === undefined ? before?.backSince : now;
        return { ...base, ...(backSince !== undefined && { backSince }) };
      }
      // With no replica asked for, the condition Available stays True.
      const awaySince = before?.awaySince ?? unavailableSince ?? now;
      return { ...base, awaySince: Math.min(awaySince, now) };
    });
  }

  lastActivity(seen: number | undefined): number | undefined {
    return seen === undefined
      ? this.#actedAt
      : Math.max(seen, this.#actedAt ?? seen);
  }

  judge(now: number, fresh: boolean, seen: number | undefined): void {
    const lastActivity = this.lastActivity(seen);
    const owed = [...this.#owed.values()]
      .filter(({ object }) => this.#watched.has(object.namespace ?? ''))
      .map(each => each.owed);
    this.judgement = judgeOperator(
      { now, fresh, deployments: this.#deployments, owed, lastActivity },
      this.judgement,
    );
  }
}
