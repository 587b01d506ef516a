import { ClusterConnection } from '../clusters/types';
import { textAt } from '../integrations/values/field';

/**
 * Whether what has just been read under a pod's name came from that very pod: asked after the reading, so that the same
 * uid means that it was the same all along. A pod that is gone by now was there then.
 * @param uid - undefined where it was never known
 */
export async function podIs(
  uid: string | undefined,
  which: {
    connection: ClusterConnection;
    namespace: string;
    pod: { name: string };
  },
  signal: AbortSignal,
): Promise<boolean> {
  if (uid === undefined) {
    return true;
  }
  const { connection, namespace, pod } = which;
  const part = encodeURIComponent;
  try {
    const answer = await connection.request({
      path: `/api/v1/namespaces/${part(namespace)}/pods/${part(pod.name)}`,
      signal,
    });
    const now = textAt(await answer.json(), 'metadata', 'uid');
    return answer.status !== 200 || now === undefined || now === uid;
  } catch {
    // No answer is no sign of another pod.
    return true;
  }
}
