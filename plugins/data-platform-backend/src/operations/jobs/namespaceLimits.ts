import { ClusterConnection } from '../../clusters/types';
import { SparkNamespace } from '../../integrations/spark/manifest/preflight';
import { limitRangeEvidence } from '../../sources/evidence/limitRangeEvidence';
import { quotaEvidence } from '../../sources/evidence/quotaEvidence';

/**
 * Quotas and limits of a namespace as they are now, read as the portal. Undefined where they cannot be read: then nothing
 * is said about them, and the cluster decides.
 */
export async function namespaceLimits(
  cluster: ClusterConnection,
  namespace: string,
  signal: AbortSignal,
): Promise<SparkNamespace | undefined> {
  const list = async (plural: string): Promise<unknown[]> => {
    const response = await cluster.request({
      path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/${plural}`,
      signal,
    });
    const body = (await response.json()) as { items?: unknown };
    if (response.status !== 200 || !Array.isArray(body.items)) {
      throw new Error(`${plural} answered ${response.status}`);
    }
    return body.items;
  };
  try {
    const [quotas, limitRanges] = await Promise.all([
      list('resourcequotas'),
      list('limitranges'),
    ]);
    return {
      name: namespace,
      quotas: quotas.flatMap(each => quotaEvidence(each) ?? []),
      limitRanges: limitRanges.flatMap(each => limitRangeEvidence(each) ?? []),
    };
  } catch {
    return undefined;
  }
}
