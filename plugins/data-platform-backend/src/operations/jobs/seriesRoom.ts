import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import {
  RunNeeds,
  runNeeds,
  runsThatFit,
} from '../../integrations/spark/runsThatFit';
import { PlanContext } from '../definition';
import { namespaceLimits } from './namespaceLimits';
import { rendererOf } from './sparkRenderers';

/** Says how many runs of a series find room at a time, where that is fewer than are wanted. */
export async function roomFor(
  run: KubernetesManifest,
  parallel: number,
  home: { source: string; namespace: string },
  { services, signal }: Pick<PlanContext, 'services' | 'signal'>,
): Promise<Finding[]> {
  const cluster = services.clusters.get(home.source);
  const limits = await namespaceLimits(cluster, home.namespace, signal);
  const fit = runsThatFit(needsOf(run), limits?.quotas ?? []);
  if (fit === undefined || fit >= parallel) return [];
  return [
    {
      level: 'warning',
      field: 'parallel',
      message: `The quota of namespace ${
        home.namespace
      } has room for ${fit} such ${
        fit === 1 ? 'run' : 'runs'
      } at a time now, and ${parallel} ${
        parallel === 1 ? 'is' : 'are'
      } wanted: the others wait for room, or run without all of their executors.`,
      remedy: 'Run fewer at a time, use smaller executors, or free quota.',
    },
  ];
}

/** What a run takes of the quotas of its namespace. */
export function needsOf(run: KubernetesManifest): RunNeeds {
  const { sizeOf, countQuota } = rendererOf(run);
  return runNeeds(sizeOf(run.spec), countQuota);
}

/** What a quota refuses now is no obstacle to a series: it waits for room. What can never fit stays an error. */
export function waitsForRoom(findings: readonly Finding[]): Finding[] {
  return findings.map(finding =>
    finding.level === 'error' && isFull(finding)
      ? {
          ...finding,
          level: 'warning',
          remedy: 'The series waits until there is room.',
        }
      : finding,
  );
}

function isFull({ message }: Finding): boolean {
  return (
    /exceeded quota/.test(message) ||
    /the quota .* allows \d+ \w+, and \d+ exist/.test(message)
  );
}
