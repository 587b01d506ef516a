import { textAt } from '../../integrations/values/field';
import { MAX_BYTES, SparkApiError } from './SparkApi';

/** What an answer over HTTP means. @throws SparkApiError */
export async function readAnswer(
  status: number,
  body: AsyncIterable<Uint8Array>,
  who: string,
): Promise<unknown> {
  const text = await bounded(body, who);
  if (status >= 300 && status < 400) {
    throw new SparkApiError('nonsense', `${who} redirects, which is refused`);
  }
  if (status === 401 || status === 403) {
    // The API server explains itself in a Status; what Spark refuses comes as a page.
    const fault =
      textAt(parsed(text), 'kind') === 'Status' ? 'forbidden' : 'denied';
    throw new SparkApiError(fault, `${who} refuses (HTTP ${status})`);
  }
  if (status === 404) {
    throw new SparkApiError('absent', `${who} knows nothing of it`);
  }
  if (status !== 200) {
    throw new SparkApiError('unreachable', `${who} answers HTTP ${status}`);
  }
  const json = parsed(text);
  if (json === undefined) {
    throw new SparkApiError('nonsense', `${who} does not answer in JSON`);
  }
  return json;
}

async function bounded(
  body: AsyncIterable<Uint8Array>,
  who: string,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) {
      throw new SparkApiError(
        'too-large',
        `${who} answers with more than ${MAX_BYTES / 2 ** 20} MiB`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
