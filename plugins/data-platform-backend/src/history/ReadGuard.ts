import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { Clock } from '../clusters/Clock';

/** A page of history takes milliseconds; what takes longer hangs on a database that is down. */
const DEADLINE_MS = 3_000;
/** After a read that hung, others are refused at once for this long, so that pages do not queue up behind it. */
const CLOSED_MS = 5_000;

/** Keeps readers from waiting for a database that does not answer. */
export class ReadGuard {
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  #closedUntil = -Infinity;
  #failing = false;

  constructor(options: { clock: Clock; logger: LoggerService }) {
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  /** @throws ServiceUnavailableError (503) when the read fails or does not end in time */
  async run<T>(read: () => Promise<T>): Promise<T> {
    if (this.#clock.now() < this.#closedUntil) {
      throw unreadable();
    }
    let disarm = () => {};
    const late = new Promise<never>((_, reject) => {
      disarm = this.#clock.after(DEADLINE_MS, () => {
        this.#closedUntil = this.#clock.now() + CLOSED_MS;
        reject(new Error(`no answer within ${DEADLINE_MS / 1_000} s`));
      });
    });
    try {
      const result = await Promise.race([read(), late]);
      this.#failing = false;
      return result;
    } catch (error) {
      this.#log(error);
      throw unreadable();
    } finally {
      disarm();
    }
  }

  /** Once an outage; what the database said may hold values and is for the log alone. */
  #log(error: unknown): void {
    if (!this.#failing) {
      this.#failing = true;
      this.#logger.error(
        'The history of runs cannot be read',
        error instanceof Error ? error : undefined,
      );
    }
  }
}

function unreadable(): ServiceUnavailableError {
  return new ServiceUnavailableError(
    'The history of runs cannot be read now: its database does not answer. Live state is not affected.',
  );
}
