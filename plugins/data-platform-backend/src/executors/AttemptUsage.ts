import {
  AssessContext,
  ExecutorsWanted,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { addReading, BusySpan } from './BusySpans';
import { executorLife, ExecutorLife, mergeLife } from './ExecutorLife';
import { FoldedLives, foldLives, MAX_LIVES, UsageRecord } from './UsageRecord';

const LABEL_ROLE = 'spark-role';
/** Without a look at the pods for this long, when one vanished is not known well enough. */
const BLIND_MS = 60_000;

interface Kept {
  life: ExecutorLife;
  /** As it was seen last; a pod that is the very same tells nothing new. */
  pod?: PodEvidence;
}

/** What an attempt is, beside its pods. */
export interface AttemptView {
  wanted?: ExecutorsWanted;
  /** The portal has watched since it began. */
  complete: boolean;
  ended: boolean;
}

/** The executors of one attempt while the portal watches them: one change of a pod, one change here. */
export class AttemptUsage {
  readonly id: string;
  readonly #kept = new Map<string, Kept>();
  #folded: FoldedLives | undefined;
  #busy: readonly BusySpan[] = [];
  #view: AttemptView = { complete: false, ended: false };
  #until = 0;
  /** When the pods were last known to be what the cluster has. */
  #seenAt: number | undefined;
  /** Since when they are not. */
  #blindSince: number | undefined;
  /** An executor ended unseen, and nobody knows when. */
  #missed = false;

  /** @param id - of the run */
  constructor(id: string) {
    this.id = id;
  }

  /** True while an executor is there. */
  get open(): boolean {
    for (const { life } of this.#kept.values()) {
      if (life.endedAt === undefined) return true;
    }
    return false;
  }

  /** Looks at the pods. Returns whether there is news. */
  observe(
    {
      pods,
      gonePods = [],
      now,
      complete,
    }: Pick<AssessContext, 'pods' | 'gonePods' | 'now' | 'complete'>,
    view: AttemptView,
  ): boolean {
    const blind = complete !== undefined && !complete.includes('pods');
    if (blind) this.#blindSince ??= this.#seenAt;
    const endedBy = this.#endedBy(now);
    this.#until = Math.max(this.#until, now);
    let news = view.ended !== this.#view.ended;
    this.#view = view;
    const present = new Set<string>();
    for (const pod of pods) {
      if (isExecutor(pod)) {
        present.add(pod.uid);
        news = this.#take(pod, now, false) || news;
      }
    }
    for (const pod of gonePods) {
      if (isExecutor(pod) && !present.has(pod.uid)) {
        present.add(pod.uid);
        news = this.#take(pod, endedBy, true) || news;
      }
    }
    news = this.#closeMissing(present, endedBy) || news;
    if (!blind) {
      this.#seenAt = now;
      this.#blindSince = undefined;
    }
    if (this.#kept.size > MAX_LIVES) this.#fold(present);
    return news;
  }

  /** The driver told how many of its executors work. */
  busy(at: number, busy: number): void {
    this.#busy = addReading(this.#busy, at, busy);
  }

  record(): UsageRecord {
    const { wanted, complete, ended } = this.#view;
    return {
      lives: [...this.#kept.values()].map(({ life }) => life),
      ...(this.#folded && { folded: this.#folded }),
      busy: this.#busy,
      ...(wanted && { wanted }),
      until: this.#until,
      complete: complete && !this.#missed,
      ended,
    };
  }

  /** When one that is gone had ended, where it does not tell: after an outage it counts until the last look alone. */
  #endedBy(now: number): number {
    const since = this.#blindSince;
    return since !== undefined && now - since > BLIND_MS ? since : now;
  }

  #miss(endedAt: number | undefined): void {
    this.#missed ||= endedAt !== undefined && endedAt === this.#blindSince;
  }

  #take(pod: PodEvidence, now: number, gone: boolean): boolean {
    const kept = this.#kept.get(pod.uid);
    if (kept?.pod === pod && !(gone && kept.life.endedAt === undefined)) {
      return false;
    }
    const told = executorLife(pod, now, gone);
    const life = kept ? mergeLife(kept.life, told) : told;
    if (gone && kept?.life.endedAt === undefined) this.#miss(told.endedAt);
    this.#kept.set(pod.uid, { life, pod });
    return (
      kept?.life.startedAt !== life.startedAt ||
      kept?.life.endedAt !== life.endedAt
    );
  }

  /** Of so many vanished pods not all are remembered: what is not there any more has ended by now. */
  #closeMissing(present: ReadonlySet<string>, now: number): boolean {
    let news = false;
    for (const [id, { life }] of this.#kept) {
      if (!present.has(id)) {
        const open = life.endedAt === undefined;
        news ||= open;
        if (open) this.#miss(now);
        // The pod itself is let go: its life is all that is needed.
        this.#kept.set(id, {
          life: open
            ? { ...life, endedAt: Math.max(now, life.createdAt) }
            : life,
        });
      }
    }
    return news;
  }

  /** Half of those that are long gone are summed up. One that may be told of again stays. */
  #fold(present: ReadonlySet<string>): void {
    const ended = [...this.#kept.values()]
      .map(({ life }) => life)
      .filter(life => life.endedAt !== undefined && !present.has(life.id))
      .sort((a, b) => a.endedAt! - b.endedAt!);
    const oldest = ended.slice(0, Math.ceil(ended.length / 2));
    if (oldest.length === 0) return;
    this.#folded = foldLives(oldest, this.#folded);
    oldest.forEach(({ id }) => this.#kept.delete(id));
  }
}

export function isExecutor(pod: PodEvidence): boolean {
  return pod.labels[LABEL_ROLE] === 'executor';
}
