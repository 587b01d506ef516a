import { isObject } from '../../json/isObject';
import { goDuration, parseGoDuration } from './goDuration';
import { SecureText, secureText } from './secureText';
import { WebhookClient } from './WebhookClient';

const DEFAULT_TIMEOUT_MS = 60_000;

/** A webhook with everything filled in. */
export interface Webhook {
  url: string;
  timeoutMs: number;
  query: readonly (readonly [string, SecureText])[];
  headers: readonly (readonly [string, SecureText])[];
}

/** The webhook answered, and it was no. */
class RejectedByWebhook extends Error {
  constructor(status: number) {
    super(`webhook request failed (status code: ${status})`);
  }
}

/** Reads the properties of a webhook. @throws Error in the server's words */
export function readWebhook(
  properties: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string>>,
): Webhook {
  const { url, timeout } = properties;
  if (url === undefined) throw new Error('missing url: webhook wrong format');
  if (typeof url !== 'string') {
    throw new Error('webhook url must be string: webhook wrong format');
  }
  let timeoutMs = DEFAULT_TIMEOUT_MS;
  if (typeof timeout === 'string' && timeout !== '') {
    const given = parseGoDuration(timeout);
    if (given === undefined) {
      throw new Error(
        `webhook request duration: time: invalid duration "${timeout}"`,
      );
    }
    timeoutMs = given;
  }
  const pairs = (value: unknown, what: string) =>
    Object.entries(isObject(value) ? value : {}).flatMap(([name, given]) =>
      [given].flat().map(text => {
        try {
          return [name, secureText(String(text), environment)] as const;
        } catch (error) {
          throw new Error(`${what}: ${(error as Error).message}`);
        }
      }),
    );
  return {
    url,
    timeoutMs,
    query: pairs(
      properties.query_params,
      'extracting query params: reading query param',
    ),
    headers: pairs(properties.headers, 'extracting headers: reading header'),
  };
}

/**
 * Calls a webhook and writes down request and answer.
 *
 * @param write takes the output, piece by piece
 * @throws Error when the answer is no 2xx, or none came
 */
export async function runWebhook(
  client: WebhookClient,
  webhook: Webhook,
  body: string,
  write: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const shown = (pairs: Webhook['headers']) =>
    pairs.map(([name, text]) => `${name}: ${text.shown}\n`).join('');
  const json = { value: 'application/json', shown: 'application/json' };
  const headers = [...webhook.headers, ['Content-Type', json] as const];
  write(
    `Request:\nPOST ${webhook.url}\nQuery Params:\n${shown(webhook.query)}`,
  );
  write(`Headers:\n${shown(headers)}Request Body:\n${body}\n\n`);
  const url = new URL(webhook.url);
  for (const [name, { value }] of webhook.query) {
    url.searchParams.append(name, value);
  }
  const begun = performance.now();
  const took = () => goDuration(performance.now() - begun);
  try {
    const { status, dump } = await client.post(
      url.href,
      {
        headers: Object.fromEntries(
          headers.map(([name, { value }]) => [name, value]),
        ),
        body,
      },
      webhook.timeoutMs,
      signal,
    );
    write(`\nRequest duration: ${took()}\n\nResponse:\n${dump}`);
    if (status < 200 || status >= 300) {
      throw new RejectedByWebhook(status);
    }
  } catch (error) {
    if (!(error instanceof RejectedByWebhook)) {
      write(`\nRequest duration: ${took()}\n`);
    }
    throw error;
  }
}
