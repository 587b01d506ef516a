import { LoggerService } from '@backstage/backend-plugin-api';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { Clock, sleep } from '../clusters/Clock';

const DEADLINE_MS = 30_000;
/** The plugin may be deployed later, in another process. */
const LOOK_AGAIN_MS = 60 * 60_000;
const RETRY_MS = [5_000, 60_000];

export interface MessengerOptions {
  notifications: NotificationService;
  logger: LoggerService;
  clock: Clock;
  signal: AbortSignal;
}

/** Sends by the notifications plugin, which need not be there. */
export class Messenger {
  readonly #options: MessengerOptions;
  #absentUntil = 0;
  #told = false;

  constructor(options: MessengerOptions) {
    this.#options = options;
  }

  /** False while the notifications plugin is known not to be there. */
  get present(): boolean {
    return this.#options.clock.now() >= this.#absentUntil;
  }

  /** Resolves with whether it was sent; never throws. */
  async send(message: NotificationSendOptions): Promise<boolean> {
    const { clock, logger, signal } = this.#options;
    for (let attempt = 0; this.present && !signal.aborted; attempt += 1) {
      const problem = await this.#try(message);
      if (problem === undefined) return true;
      if (isAbsent(problem)) {
        this.#miss();
      } else if (attempt < RETRY_MS.length) {
        await sleep(clock, RETRY_MS[attempt], signal);
      } else {
        logger.warn(
          `A notification ("${message.payload.title}") could not be sent: ${problem}`,
        );
        return false;
      }
    }
    return false;
  }

  /** The problem, if there is one. */
  async #try(message: NotificationSendOptions): Promise<string | undefined> {
    const { clock, notifications } = this.#options;
    const enough = new AbortController();
    const late = sleep(clock, DEADLINE_MS, enough.signal).then(() => {
      if (!enough.signal.aborted) throw new Error('no answer within 30 s');
    });
    try {
      await Promise.race([notifications.send(message), late]);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      enough.abort();
    }
  }

  #miss(): void {
    this.#absentUntil = this.#options.clock.now() + LOOK_AGAIN_MS;
    if (!this.#told) {
      this.#told = true;
      this.#options.logger.info(
        'Owners of jobs are not told of failed runs: the notifications plugin is not installed.',
      );
    }
  }
}

/** The service resolves whether or not the plugin is there; what tells is a 404, or that nothing serves its address. */
function isAbsent(problem: string): boolean {
  return /status 404\b|ECONNREFUSED/.test(problem);
}
