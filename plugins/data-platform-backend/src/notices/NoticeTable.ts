import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { Notice } from './Notice';

const TABLE = 'data_platform_notices';
/** Who has claimed to tell and has not told for so long will not. */
const GIVEN_UP_MS = 2 * 60_000;
/** A job that fails, succeeds and fails of the same cause within this time has been told of. */
const CALM_MS = 15 * 60_000;

interface NoticeRow {
  entity_ref: string;
  topic: string;
  state: Notice['state'];
  cause: string;
  claim: string;
  claimed_at: number | string;
  told: boolean | number;
}

/** The right to tell one notice. */
export interface NoticeClaim {
  /** It has been told. */
  done(): Promise<void>;
}

/** What owners were told last. Of many replicas one gets the right to tell; after a restart nothing is told again. */
export class NoticeTable {
  readonly #database: Knex;
  readonly #now: () => number;

  /** @param database - with the migrations of this plugin applied */
  constructor(database: Knex, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** The right to tell it, where it is news and nobody else is at it. */
  async claim(notice: Notice): Promise<NoticeClaim | undefined> {
    const claim = randomUUID();
    const mine =
      notice.state === 'trouble'
        ? await this.#claimTrouble(notice, claim)
        : await this.#claimRecovery(notice, claim);
    return mine
      ? { done: () => this.#of(notice).where({ claim }).update({ told: true }) }
      : undefined;
  }

  /** Trouble that was told of and is not over, for all that is known: what {@link topicKey} gives of each. */
  async troubles(): Promise<ReadonlySet<string>> {
    const rows = await this.#database<NoticeRow>(TABLE).where({
      state: 'trouble',
      told: true,
    });
    return new Set(
      rows.map(({ entity_ref: entityRef, topic }) =>
        topicKey({ entityRef, topic }),
      ),
    );
  }

  async #claimTrouble(notice: Notice, claim: string): Promise<boolean> {
    const { entityRef, topic, state, cause } = notice;
    const now = this.#now();
    const told = { state, cause, claim, claimed_at: now, told: false };
    const updated = await this.#of(notice)
      .where(news =>
        news
          .whereNot({ cause })
          .orWhere(again =>
            again
              .where({ state: 'recovered' })
              .where('claimed_at', '<', now - CALM_MS),
          )
          .orWhere(left =>
            left
              .where({ told: false })
              .where('claimed_at', '<', now - GIVEN_UP_MS),
          ),
      )
      .update(told);
    if (updated > 0) return true;
    await this.#database<NoticeRow>(TABLE)
      .insert({ entity_ref: entityRef, topic, ...told })
      .onConflict(['entity_ref', 'topic'])
      .ignore();
    return (await this.#of(notice).where({ claim }).first()) !== undefined;
  }

  /** Only trouble that was told of is told to be over. */
  async #claimRecovery(notice: Notice, claim: string): Promise<boolean> {
    const recovered = { state: notice.state, claim, claimed_at: this.#now() };
    const trouble = () => this.#of(notice).where({ state: 'trouble' });
    const updated = await trouble().where({ told: true }).update(recovered);
    if (updated === 0) await trouble().update({ ...recovered, told: true });
    return updated > 0;
  }

  #of({ entityRef, topic }: Notice) {
    return this.#database<NoticeRow>(TABLE).where({
      entity_ref: entityRef,
      topic,
    });
  }
}

/** What trouble and its end have in common. */
export function topicKey({
  entityRef,
  topic,
}: Pick<Notice, 'entityRef' | 'topic'>): string {
  return `${entityRef} ${topic}`;
}
