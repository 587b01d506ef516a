import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { PlanContext } from '../definition';
import { branchInSchedule } from './branch/branchInSchedule';
import { namespaceLimits } from './namespaceLimits';
import { rendererOf } from './sparkRenderers';

/** What is wrong with a definition, and what its pods would run into in the namespace they are to live in. */
export async function jobFindings(
  manifest: KubernetesManifest,
  home: { source: string; namespace: string },
  { services, signal }: Pick<PlanContext, 'services' | 'signal'>,
): Promise<Finding[]> {
  const { validate, preflight } = rendererOf(manifest);
  const findings = validate(manifest, { namespace: home.namespace });
  const cluster = services.clusters.get(home.source);
  const limits = await namespaceLimits(cluster, home.namespace, signal);
  const about = limits
    ? preflight(manifest, limits)
    : [
        {
          level: 'info' as const,
          message: `Quota and limits of namespace ${home.namespace} on cluster ${home.source} could not be read, so the sizes were not checked against them.`,
        },
      ];
  return [...findings, ...branchInSchedule(manifest), ...about];
}
