import { ClusterResponse } from '../clusters/types';
import { record, text } from './fields';

/** An answer of the server that is not what was asked for. */
export class Refusal extends Error {
  readonly status: number;
  /** The server's own words, one line, at most 300 characters. */
  readonly words: string;
  /** From the Retry-After header, ms. */
  readonly retryAfterMs?: number;

  constructor(status: number, words: string, retryAfterMs?: number) {
    super(`HTTP ${status}: ${words}`);
    this.name = 'Refusal';
    this.status = status;
    this.words = words;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The longest Retry-After that is believed. */
const MAX_RETRY_AFTER_MS = 5 * 60_000;

/** Reads an unwelcome answer: a Status object, plain text or a page of a proxy. */
export async function readRefusal(
  response: ClusterResponse,
  now: number,
): Promise<Refusal> {
  const body = await response.text().catch(() => '');
  return new Refusal(
    response.status,
    wordsOf(body),
    readRetryAfter(response.headers.get('retry-after'), now),
  );
}

/** Message of a Status object. @param status - what an ERROR event of a watch carries */
export function statusWords(status: unknown): string {
  return oneLine(text(record(status).message) ?? 'no message');
}

function wordsOf(body: string): string {
  if (/^\s*</.test(body)) {
    return 'an HTML page came back instead of the Kubernetes API';
  }
  try {
    return statusWords(JSON.parse(body));
  } catch {
    return oneLine(body) || 'no message';
  }
}

function oneLine(message: string): string {
  return message.slice(0, 300).replace(/\s+/g, ' ').trim();
}

/** RFC 9110, section 10.2.3: seconds or a date. */
export function readRetryAfter(
  header: string | null,
  now: number,
): number | undefined {
  if (!header) {
    return undefined;
  }
  const ms = /^\s*\d+\s*$/.test(header)
    ? Number(header) * 1000
    : Date.parse(header) - now;
  return Number.isNaN(ms)
    ? undefined
    : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS);
}
