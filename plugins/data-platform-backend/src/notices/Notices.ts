import { LoggerService } from '@backstage/backend-plugin-api';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { Clock } from '../clusters/Clock';
import { KnownEntity } from '../join/types';
import { VerdictNews } from '../store/Judge';
import { Messenger } from './Messenger';
import { Notice } from './Notice';
import { noticeMessage } from './noticeMessage';
import { cannotStart, noticeOf, stateOf } from './noticeOf';
import { NoticeTable, topicKey } from './NoticeTable';
import { SeenSources } from './SeenSources';

/**
 * Within this time a verdict finds its final words (a pod's end is seen before the operator's), and a failure that is
 * retried at once is none.
 */
const SETTLE_MS = 10_000;
/** What a run needs to start, a Secret say, may be made a moment after it. */
const START_MS = 60_000;
/** After a start it takes a moment until every job is known. */
const CATCH_UP_MS = 60_000;
/** Trouble that began longer ago while nobody looked its owner has seen by other means. */
const YOUNG_MS = 24 * 3_600_000;
const MAX_WAITING = 5_000;

export interface NoticesOptions {
  table: NoticeTable;
  messenger: Messenger;
  entity(entityRef: string): KnownEntity | undefined;
  /** The row of a live object now. */
  row(id: string): PlatformResource | undefined;
  /** What happened while no portal watched. */
  seen: Pick<SeenSources, 'agoUnseen'>;
  clock: Clock;
  logger: LoggerService;
}

/** Tells owners of jobs of failed runs, once a cause, of schedules that do not start runs, and of recovery. */
export class Notices {
  readonly #options: NoticesOptions;
  readonly #waiting = new Map<string, () => void>();
  /** Topics of trouble that an earlier process told of. */
  readonly #troubles: Promise<ReadonlySet<string>>;
  #stopped = false;

  constructor(options: NoticesOptions) {
    this.#options = options;
    this.#troubles = this.#troublesBefore();
  }

  /**
   * A verdict is another than before. What was found by the first look at a cluster is no news, but for what happened while
   * no portal looked.
   */
  observe(news: VerdictNews): void {
    const { before, row, found } = news;
    if (!this.#options.messenger.present) return;
    if (found) {
      void this.#catchUp(news);
      return;
    }
    if (before && !isNews(before, row)) return;
    if (!noticeOf(row, news.runId, news.series)) return;
    this.#tellLater(news, cannotStart(row) ? START_MS : SETTLE_MS);
  }

  stop(): void {
    this.#stopped = true;
    this.#waiting.forEach(cancel => cancel());
    this.#waiting.clear();
  }

  async #catchUp(news: VerdictNews): Promise<void> {
    const { row, series } = news;
    const state = stateOf(row, series);
    if (!state) return;
    if (state === 'recovered' && row.nature !== 'run') {
      // Of what runs all the time it is not known when it began to be well; that it was in trouble is.
      if ((await this.#troubles).size > 0) this.#tellLater(news, CATCH_UP_MS);
      return;
    }
    const { source, finishedAt, assessment } = row;
    const at = assessment.outcome ? finishedAt : assessment.since;
    const ago = await this.#options.seen.agoUnseen(source, at);
    if (ago === undefined) return;
    if (state === 'recovered' || ago <= YOUNG_MS) {
      this.#tellLater(news, CATCH_UP_MS);
    }
  }

  async #troublesBefore(): Promise<ReadonlySet<string>> {
    try {
      return await this.#options.table.troubles();
    } catch (error) {
      this.#options.logger.warn(
        `Which trouble owners were told of before this start cannot be read: ${error}`,
      );
      return new Set();
    }
  }

  #tellLater(news: VerdictNews, ms: number): void {
    const { id } = news.row;
    this.#waiting.get(id)?.();
    if (this.#stopped || this.#waiting.size >= MAX_WAITING) return;
    const cancel = this.#options.clock.after(ms, () => {
      this.#waiting.delete(id);
      void this.#tell(news);
    });
    this.#waiting.set(id, cancel);
  }

  async #tell({ row, runId, series, found }: VerdictNews): Promise<void> {
    // An object that is gone by now stays as it was seen last.
    const now = this.#options.row(row.id) ?? row;
    const notice = noticeOf(now, runId, series);
    const entity = notice && this.#entityOf(notice);
    if (!notice || !entity?.ownerRef) return;
    if (found && notice.state === 'recovered') {
      if (!(await this.#troubles).has(topicKey(notice))) return;
    }
    try {
      await this.#send(notice, entity.ownerRef, titleOf(entity));
    } catch (error) {
      this.#options.logger.warn(
        `The owner ${entity.ownerRef} of ${notice.entityRef} could not be told (${notice.cause}): ${error}`,
      );
    }
  }

  /** The entity of a notebook server may be younger than the last look into the catalog; its row knows whose it is. */
  #entityOf({ entityRef, row }: Notice) {
    const known = this.#options.entity(entityRef);
    return row.nature === 'workbench'
      ? { entityRef, title: known?.title ?? row.name, ownerRef: row.ownerRef }
      : known;
  }

  async #send(notice: Notice, ownerRef: string, title: string): Promise<void> {
    const { messenger, table } = this.#options;
    const claim = await table.claim(notice);
    const sent =
      claim &&
      (await messenger.send({
        recipients: { type: 'entity', entityRef: ownerRef },
        payload: noticeMessage(notice, title),
      }));
    if (sent) await claim.done();
  }
}

function isNews(before: PlatformResource, row: PlatformResource): boolean {
  return row.nature === 'run'
    ? before.assessment.outcome !== row.assessment.outcome ||
        cannotStart(before) !== cannotStart(row)
    : before.assessment.reason !== row.assessment.reason;
}

function titleOf({
  entityRef,
  title,
}: Pick<KnownEntity, 'entityRef' | 'title'>): string {
  return title ?? entityRef.slice(entityRef.indexOf('/') + 1);
}
