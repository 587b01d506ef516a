import { mockServices } from '@backstage/backend-test-utils';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { Knex } from 'knex';
import { resource } from '../../http/__testUtils__/rows';
import { VerdictNews } from '../../store/Judge';
import { ManualClock } from '../../store/ManualClock';
import { Messenger } from '../Messenger';
import { Notices } from '../Notices';
import { NoticeTable } from '../NoticeTable';
import { SeenSources } from '../SeenSources';

export const JOB = 'component:default/orders-daily';
export const OWNER = 'group:default/sales-team';

/** A run of orders-daily. */
export function runRow(
  outcome: 'failed' | 'succeeded' | undefined,
  over: Partial<Omit<PlatformResource, 'assessment'>> & {
    reason?: string;
  } = {},
): PlatformResource {
  const { reason, ...row } = over;
  return resource(
    { name: 'orders-daily-1', entityRef: JOB, ownerRef: OWNER, ...row },
    outcome === 'failed'
      ? {
          health: 'failed',
          outcome,
          reason: reason ?? 'DriverOutOfMemory',
          message: 'The driver was killed for memory (`2Gi`).',
          nextStep: 'Raise `spec.driver.memory`.',
        }
      : { outcome, reason: 'Succeeded', message: 'Succeeded in 12 min.' },
  ).row;
}

/** One replica of a portal that tells owners, on a clock that stands still. */
export class NoticeRig implements NotificationService {
  readonly clock: ManualClock;
  readonly logger = mockServices.logger.mock();
  readonly sent: NotificationSendOptions[] = [];
  readonly rows = new Map<string, PlatformResource>();
  readonly notices: Notices;
  readonly #seen: SeenSources;
  /** Sources that it watches. */
  watched: readonly string[] = ['eu-1'];
  /** How far the clocks of sources are ahead. */
  skewMs = 0;
  /** Thrown by the service, the first first. */
  readonly problems: Error[] = [];
  readonly #shutdown = new AbortController();
  #work: Promise<unknown> = Promise.resolve();

  constructor(
    database: Knex,
    clock = new ManualClock(),
    ownerRef: string | undefined = OWNER,
  ) {
    this.clock = clock;
    const table = new NoticeTable(database, () => clock.now());
    const claim = table.claim.bind(table);
    table.claim = async notice => {
      const won = await this.#underWay(claim(notice));
      return won && { done: () => this.#underWay(won.done()) };
    };
    this.#seen = new SeenSources({
      database,
      clock,
      watched: () => this.watched,
      clockSkewMs: () => this.skewMs,
      logger: this.logger,
    });
    const agoUnseen = this.#seen.agoUnseen.bind(this.#seen);
    this.#seen.agoUnseen = (...args) => this.#underWay(agoUnseen(...args));
    const troubles = table.troubles.bind(table);
    table.troubles = () => this.#underWay(troubles());
    this.notices = new Notices({
      table,
      seen: this.#seen,
      messenger: new Messenger({
        notifications: this,
        logger: this.logger,
        clock,
        signal: this.#shutdown.signal,
      }),
      entity: entityRef => ({
        entityRef,
        type: 'spark-job',
        title: 'Orders, daily',
        ...(ownerRef && { ownerRef }),
      }),
      row: id => this.rows.get(id),
      clock,
      logger: this.logger,
    });
  }

  get titles(): string[] {
    return this.sent.map(({ payload }) => payload.title);
  }

  async send(message: NotificationSendOptions): Promise<void> {
    const problem = this.problems.shift();
    if (problem) throw problem;
    this.sent.push(message);
  }

  /** A verdict changes, and the time passes in which it settles. */
  async tell(
    row: PlatformResource,
    over: Partial<VerdictNews> = {},
  ): Promise<void> {
    this.observe(row, over);
    await this.settle();
  }

  observe(row: PlatformResource, over: Partial<VerdictNews> = {}): void {
    this.notices.observe({
      before: runRow(undefined),
      row,
      runId: 'run-1',
      found: false,
      ...over,
    });
  }

  async settle(ms = 10_000): Promise<void> {
    this.clock.advance(ms);
    await this.idle();
  }

  /** What is under way in the database has ended. */
  async idle(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) {
      await this.#work;
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  /** Kept, so that {@link idle} waits for it: what was told must stand in the database before the next thing happens. */
  #underWay<T>(work: Promise<T>): Promise<T> {
    this.#work = Promise.allSettled([this.#work, work]);
    return work;
  }

  stop(): void {
    this.#shutdown.abort();
    this.notices.stop();
    this.#seen.stop();
  }
}
