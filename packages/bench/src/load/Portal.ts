import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';

/** One answer, read whole. */
export interface PortalAnswer {
  status: number;
  /** Of the body. */
  bytes: number;
  text: string;
}

const DEADLINE_MS = 60_000;

/** The portal's backend over HTTP, as browsers reach it. */
export class Portal {
  readonly url: string;
  readonly #pool: Pool;

  /** @param connections - how many requests can be under way at once */
  constructor(url: string, connections: number) {
    this.url = url;
    this.#pool = new Pool(url, {
      connections,
      headersTimeout: DEADLINE_MS,
      bodyTimeout: DEADLINE_MS,
    });
  }

  /** @throws Error that names the path when the answer is not 200 */
  async get(path: string, token: string): Promise<PortalAnswer> {
    return this.#send('GET', path, { authorization: `Bearer ${token}` });
  }

  /** @throws Error that names the path when the answer is neither 200 nor 202 */
  async post(path: string, token: string, body: object): Promise<PortalAnswer> {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    };
    return this.#send('POST', path, headers, JSON.stringify(body));
  }

  /** Token of a person of the closed list. */
  async signIn(person: string): Promise<string> {
    const { text } = await this.#send('GET', '/api/auth/people/refresh', {
      'x-millrace-person': person,
      'x-requested-with': 'XMLHttpRequest',
    });
    return JSON.parse(text).backstageIdentity.token;
  }

  /** Repeats `attempt` until it gives something; what it throws meanwhile means not yet. */
  async until<T>(
    what: string,
    signal: AbortSignal,
    attempt: () => Promise<T | undefined>,
  ): Promise<T> {
    let last: unknown;
    while (!signal.aborted) {
      try {
        const result = await attempt();
        if (result !== undefined) return result;
      } catch (error) {
        last = error;
      }
      await sleep(100);
    }
    throw new Error(
      `${what}: not in time${last ? `. Last: ${String(last)}` : ''}`,
    );
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #send(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<PortalAnswer> {
    const answer = await this.#pool.request({ method, path, headers, body });
    const text = await answer.body.text();
    if (answer.statusCode !== 200 && answer.statusCode !== 202) {
      throw new Error(
        `${method} ${path} was answered ${answer.statusCode}: ${text.slice(
          0,
          300,
        )}`,
      );
    }
    return { status: answer.statusCode, bytes: Buffer.byteLength(text), text };
  }
}
