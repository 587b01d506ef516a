import { Readable } from 'node:stream';
import { Clock } from './Clock';
import { ClusterError, clusterError } from './ClusterError';

/** What bounds the reading of a body. */
export interface BodyLimits {
  cluster: string;
  /** Bytes. Beyond it the body is dropped. */
  maxBytes: number;
  /** Silence after which the body counts as dead, ms; undefined: endless streams. */
  silenceMs?: number;
  clock: Clock;
}

/**
 * Chunks of a body, with a deadline for each silence.
 * @throws {@link ClusterError} when the body is cut or goes silent
 */
export async function* bodyChunks(
  body: Readable,
  limits: BodyLimits,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { cluster, silenceMs, clock } = limits;
  let silent = false;
  const arm = () =>
    silenceMs === undefined
      ? () => {}
      : clock.after(silenceMs, () => {
          silent = true;
          body.destroy(new Error('silence'));
        });
  let disarm = arm();
  try {
    for await (const chunk of body) {
      disarm();
      yield chunk;
      disarm = arm();
    }
  } catch (cause) {
    if (silent) {
      throw new ClusterError(
        cluster,
        'timeout',
        'the answer stopped half-way',
        { cause },
      );
    }
    if ((cause as Error)?.name === 'AbortError') {
      throw new ClusterError(cluster, 'aborted', 'the request was given up', {
        cause,
      });
    }
    const error = clusterError(cluster, cause);
    throw error.kind === 'reset'
      ? new ClusterError(cluster, 'reset', 'the answer was cut off', { cause })
      : error;
  } finally {
    disarm();
    body.destroy();
  }
}

/**
 * The whole body as text.
 * @throws {@link ClusterError} when it is cut, silent or beyond the cap
 */
export async function bodyText(
  body: Readable,
  limits: BodyLimits,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyChunks(body, limits)) {
    size += chunk.byteLength;
    if (size > limits.maxBytes) {
      throw new ClusterError(
        limits.cluster,
        'too-large',
        `an answer is larger than ${Math.floor(limits.maxBytes / 2 ** 20)} MiB`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** @throws {@link ClusterError} when the text is not JSON; HTML is named, as it means a proxy or a login page answers */
export function parseBody(
  cluster: string,
  text: string,
  status: number,
): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ClusterError(
      cluster,
      'protocol',
      /^\s*</.test(text)
        ? `an HTML page came back instead of the Kubernetes API (HTTP ${status}); a proxy or a login page may stand before it`
        : `the answer is not JSON (HTTP ${status})`,
      { cause },
    );
  }
}
