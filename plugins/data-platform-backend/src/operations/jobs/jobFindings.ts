import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import {
  preflightSpark,
  validateSparkManifest,
} from '../../integrations/spark-kubeflow';
import { PlanContext } from '../definition';
import { namespaceLimits } from './namespaceLimits';

/** What is wrong with a definition, and what its pods would run into in the namespace they are to live in. */
export async function jobFindings(
  manifest: KubernetesManifest,
  home: { source: string; namespace: string },
  { services, signal }: Pick<PlanContext, 'services' | 'signal'>,
): Promise<Finding[]> {
  const findings = validateSparkManifest(manifest, {
    namespace: home.namespace,
  });
  const cluster = services.clusters.get(home.source);
  const limits = await namespaceLimits(cluster, home.namespace, signal);
  const preflight = limits
    ? preflightSpark(manifest, limits)
    : [
        {
          level: 'info' as const,
          message: `Quota and limits of namespace ${home.namespace} on cluster ${home.source} could not be read, so the sizes were not checked against them.`,
        },
      ];
  return [...findings, ...preflight];
}
