import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { LiveQuery } from '../../notebooks/options/LiveOptions';
import { PlanContext } from '../definition';

/** How the person asks the cluster for what a form offers. */
export function liveQuery(
  { source, namespace }: { source: string; namespace: string },
  { services, actor, signal }: PlanContext,
): LiveQuery {
  return {
    cluster: services.clusters.get(source),
    namespace,
    viewer: actor,
    signal,
  };
}

/** What was read; where it cannot be, nothing, and a finding that says so: the cluster decides then. */
export async function readOrSay<T>(
  read: () => Promise<T>,
  what: string,
  signal: AbortSignal,
): Promise<{ value?: T; findings: Finding[] }> {
  try {
    return { value: await read(), findings: [] };
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return {
      findings: [
        { level: 'info', message: `${what} could not be checked. ${reason}` },
      ],
    };
  }
}
