import {
  OperatorState,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  DataPlatformIntegration,
  OperatorTrace,
  OperatorView,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { Clock } from '../clusters/Clock';
import { EvidenceChange } from '../sources/types';
import { groupKind } from '../store/keys';
import { OperatorJudgement } from './judgeOperator';
import { OperatorDeployments } from './OperatorDeployments';
import { downClause, operatorSentences } from './operatorSentences';
import { OperatorWatch, Traced } from './OperatorWatch';
import { SourceStates } from './SourceStates';

const EVERY_MS = 5_000;
const NOTHING_TOLD = print({ state: 'unknown', undone: [] });

/** An object whose operator is judged. */
export interface OperatedObject extends Traced {
  readonly definition: ResourceDefinition<any>;
}

/** What the book is kept with. */
export interface OperatorBookOptions {
  integrations: readonly DataPlatformIntegration[];
  clock: Clock;
  /** Now by the clock of the source. */
  now(source: string): number;
  states: SourceStates;
  /** When an object of that kind was last seen to change its status. */
  activity(
    source: string,
    definition: ResourceDefinition<any>,
  ): number | undefined;
}

/** Every operator on every cluster: whether it is at work, from what its objects show and from its Deployment. */
export class OperatorBook<T extends OperatedObject> {
  readonly #options: OperatorBookOptions;
  readonly #operated: readonly DataPlatformIntegration[];
  readonly #byKind = new Map<string, DataPlatformIntegration>();
  readonly #watches = new Map<string, OperatorWatch<T>[]>();
  readonly #deployments = new OperatorDeployments();
  readonly #told = new Map<OperatorWatch<T>, string>();
  #onChange: (waiting: readonly T[]) => void = () => {};
  #cancel: () => void = () => {};

  constructor(options: OperatorBookOptions) {
    this.#options = options;
    this.#operated = options.integrations.filter(({ operator }) => operator);
    for (const integration of this.#operated) {
      for (const { kind, match } of integration.resources) {
        this.#byKind.set(groupKind(kind, match.group), integration);
      }
    }
    if (this.#operated.length > 0) {
      this.#schedule();
    }
  }

  /** Who is told when another is thought of an operator, with the objects that wait for it. */
  tell(onChange: (waiting: readonly T[]) => void): void {
    this.#onChange = onChange;
  }

  /** An object was judged. */
  observe(object: T, trace: OperatorTrace | undefined): void {
    const now = this.#options.now(object.source);
    this.#watchOf(object)?.observe(object, trace, now);
  }

  forget(object: T): void {
    this.#watchOf(object)?.forget(object);
  }

  deployment(
    source: string,
    change: Extract<EvidenceChange, { type: 'deployment' }>,
  ): void {
    this.#deployments.apply(source, change);
    const now = this.#options.now(source);
    for (const watch of this.#of(source)) {
      const wanted = watch.integration.operator?.deployment;
      const found = wanted ? this.#deployments.find(source, wanted) : [];
      watch.setDeployments(found, now);
    }
  }

  /** How the operator of an object seems to be, for its verdict. */
  view(object: T): OperatorView | undefined {
    const watch = this.#watchOf(object);
    if (!watch) return undefined;
    const { state, since } = watch.judgement;
    if (since === undefined) return { state };
    const title = this.#title(object.source, watch);
    const trouble = downClause(title, since, this.#options.now(object.source));
    return { state, since, trouble };
  }

  /** For the wire: the operators whose kinds the source serves. */
  of(source: string): OperatorState[] {
    const state = this.#options.states.get(source);
    return this.#of(source).flatMap(watch =>
      state && serves(state, watch.integration)
        ? [this.#tell(source, watch)]
        : [],
    );
  }

  stop(): void {
    this.#cancel();
  }

  #schedule(): void {
    this.#cancel = this.#options.clock.after(EVERY_MS, () => {
      this.#schedule();
      for (const source of this.#options.states.names()) {
        this.#of(source).forEach(watch => this.#judge(source, watch));
      }
    });
  }

  #judge(source: string, watch: OperatorWatch<T>): void {
    const { now, states } = this.#options;
    const fresh = states.fresh(source, watch.integration, now(source));
    watch.judge(now(source), fresh, this.#activity(source, watch));
    const told = print(watch.judgement);
    const before = this.#told.get(watch) ?? NOTHING_TOLD;
    this.#told.set(watch, told);
    if (before !== told) {
      this.#onChange(watch.waiting);
    }
  }

  #activity(source: string, watch: OperatorWatch<T>): number | undefined {
    const times = watch.integration.resources.flatMap(
      definition => this.#options.activity(source, definition) ?? [],
    );
    return times.length > 0 ? Math.max(...times) : undefined;
  }

  #tell(source: string, watch: OperatorWatch<T>): OperatorState {
    const { now, states } = this.#options;
    const { judgement, deployments, integration } = watch;
    const { id, operator, resources } = integration;
    const lastActivity = watch.lastActivity(this.#activity(source, watch));
    return {
      id,
      title: operator?.title ?? id,
      kinds: resources.map(({ kind, match }) => groupKind(kind, match.group)),
      state: judgement.state,
      ...(judgement.since !== undefined && { since: iso(judgement.since) }),
      ...(lastActivity !== undefined && { lastActivity: iso(lastActivity) }),
      ...operatorSentences({
        title: this.#title(source, watch),
        judgement,
        deployments,
        fresh: states.fresh(source, integration, now(source)),
        lastActivity,
        now: now(source),
      }),
    };
  }

  #title(source: string, { integration }: OperatorWatch<T>): string {
    const cluster = this.#options.states.get(source)?.title ?? source;
    return `${integration.operator?.title} of cluster ${cluster}`;
  }

  #watchOf({ source, definition }: T): OperatorWatch<T> | undefined {
    const { kind, match } = definition;
    const integration = this.#byKind.get(groupKind(kind, match.group));
    return (
      integration &&
      this.#of(source).find(watch => watch.integration === integration)
    );
  }

  #of(source: string): readonly OperatorWatch<T>[] {
    let watches = this.#watches.get(source);
    if (!watches) {
      watches = this.#operated.map(one => new OperatorWatch<T>(one));
      this.#watches.set(source, watches);
    }
    return watches;
  }
}

function serves(state: Source, { resources }: DataPlatformIntegration) {
  return resources.some(({ kind, match }) =>
    state.kinds.some(
      each =>
        each.kind === kind &&
        each.group === match.group &&
        each.state !== 'dormant',
    ),
  );
}

/** What people are told of, if it changes. */
function print({ state, since, undone }: OperatorJudgement): string {
  return JSON.stringify([state, since, undone]);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
