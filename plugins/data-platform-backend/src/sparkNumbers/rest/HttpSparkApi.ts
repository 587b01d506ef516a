import { request } from 'undici';
import { Clock } from '../../clusters/Clock';
import { linkedAbort } from '../../clusters/linkedAbort';
import { readAnswer } from './readAnswer';
import { DEADLINE_MS, SparkApi, SparkApiError } from './SparkApi';

/** A History Server at an address of its own. Its headers go to that address and nowhere else. */
export class HttpSparkApi implements SparkApi {
  readonly #base: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #clock: Clock;

  /** @param url - of the server; `/api/v1` is added */
  constructor(
    url: string,
    headers: Readonly<Record<string, string>>,
    clock: Clock,
  ) {
    this.#base = `${url.replace(/\/+$/, '')}/api/v1/`;
    this.#headers = headers;
    this.#clock = clock;
  }

  async get(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const who = 'The Spark History Server';
    const abort = linkedAbort(signal);
    const inTime = this.#clock.after(DEADLINE_MS, () => abort.abort());
    try {
      // undici follows no redirect unless told to.
      const answer = await request(this.#base + path, {
        query,
        headers: { accept: 'application/json', ...this.#headers },
        signal: abort.signal,
      });
      answer.body.on('error', () => {});
      return await readAnswer(answer.statusCode, answer.body, who);
    } catch (error) {
      if (error instanceof SparkApiError) {
        throw error;
      }
      // Nothing of the cause is told: it may quote headers.
      throw new SparkApiError(
        signal.aborted ? 'aborted' : 'unreachable',
        `${who} did not answer`,
      );
    } finally {
      inTime();
      abort.release();
    }
  }
}
