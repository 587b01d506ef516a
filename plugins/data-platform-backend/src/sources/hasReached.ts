import { ClusterConnection, ClusterResponse } from '../clusters/types';
import { readRefusal } from './Refusal';

/**
 * Asks whether a server has got as far as we have: after a restore it may not, and a watch from a version of the
 * future waits in silence (504 `Too large resource version` for a list). The selector matches nothing, so that the
 * answer is small.
 *
 * @throws {@link Refusal} or ClusterError when the question is not answered
 */
export async function hasReached(options: {
  connection: ClusterConnection;
  path: string;
  version: string;
  signal: AbortSignal;
  now: number;
  onAnswer(response: ClusterResponse): void;
}): Promise<boolean> {
  const response = await options.connection.request({
    path: options.path,
    query: {
      fieldSelector: 'metadata.name=millrace-none',
      resourceVersion: options.version,
      resourceVersionMatch: 'NotOlderThan',
    },
    signal: options.signal,
  });
  options.onAnswer(response);
  if (response.status === 200) {
    await response.text();
    return true;
  }
  const refusal = await readRefusal(response, options.now);
  if (refusal.status === 504 || refusal.status === 410) {
    return false;
  }
  throw refusal;
}
