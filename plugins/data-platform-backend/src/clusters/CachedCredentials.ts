import { Clock } from './Clock';
import { Credentials, ResolvedCredentials } from './Credentials';

/** As client-go: a token file is read again after a minute. */
const CACHE_MS = 60_000;

/** Resolves credentials once a minute, or at once when told that they were refused; never twice at a time. */
export class CachedCredentials {
  readonly #source: Credentials;
  readonly #clock: Clock;
  #value?: { credentials: ResolvedCredentials; until: number };
  #pending?: Promise<ResolvedCredentials>;

  constructor(source: Credentials, clock: Clock) {
    this.#source = source;
    this.#clock = clock;
  }

  async get(): Promise<ResolvedCredentials> {
    if (this.#value && this.#clock.now() < this.#value.until) {
      return this.#value.credentials;
    }
    return this.#resolve(false);
  }

  /**
   * After a 401 to a request that carried `refused`.
   * @returns other credentials to try once, or undefined when there are none
   */
  async renew(
    refused: ResolvedCredentials,
  ): Promise<ResolvedCredentials | undefined> {
    if (this.#value && this.#value.credentials !== refused) {
      return this.#value.credentials;
    }
    const fresh = await this.#resolve(true);
    const same =
      fresh.authorization === refused.authorization &&
      String(fresh.tls?.cert) === String(refused.tls?.cert);
    return same ? undefined : fresh;
  }

  #resolve(fresh: boolean): Promise<ResolvedCredentials> {
    this.#pending ??= this.#source
      .resolve({ fresh })
      .then(credentials => {
        this.#value = { credentials, until: this.#clock.now() + CACHE_MS };
        return credentials;
      })
      .finally(() => {
        this.#pending = undefined;
      });
    return this.#pending;
  }
}
