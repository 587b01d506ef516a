import {
  Finding,
  LABEL_MANAGED_BY,
} from '@millrace/backstage-plugin-data-platform-common';
import { isMadeByPortal } from '../../adoption/namespaceDrift';
import { ClusterStep, PlanContext } from '../definition';
import { errorAt } from '../findings';
import { mergePatch } from '../mergePatch';
import { DomainPlace } from './domainTarget';

/** What bounds a domain's namespace: one object of a fixed name in it. */
export interface Guardrail {
  kind: 'ResourceQuota' | 'LimitRange';
  plural: string;
  name: string;
  /** For sentences: `quota`. */
  noun: string;
}

/** What is to be done about one, and what stands in the way. */
export interface GuardrailPlan {
  steps: ClusterStep[];
  findings: Finding[];
}

/**
 * Changes a guardrail, or makes it where it is missing. No team holds that right on its own namespace: the identity that
 * makes domains does it. No step where it is as asked already.
 * @param specAfter - the specification that it shall have, from the one it has
 */
export async function planGuardrail(
  { kind, plural, name, noun }: Guardrail,
  { source, namespace }: DomainPlace,
  specAfter: (before: Record<string, unknown>) => Record<string, unknown>,
  context: PlanContext,
): Promise<GuardrailPlan> {
  const obstacle = obstacleAt(noun, { source, namespace }, context);
  if (obstacle) return { steps: [], findings: [obstacle] };
  const target = { apiVersion: 'v1', kind, name, namespace };
  const live = await context
    .writerFor(source)
    .read(target, { identity: 'bootstrap', signal: context.signal });
  const before = (live?.spec ?? {}) as Record<string, unknown>;
  const after = specAfter(before);
  const patch = mergePatch(before, after) as Record<string, unknown>;
  if (live && Object.keys(patch).length === 0) {
    return { steps: [], findings: [] };
  }
  const common = {
    id: `${noun}/${source}/${namespace}`,
    source,
    identity: 'bootstrap' as const,
  };
  const where = `${kind} ${name} in namespace ${namespace} on cluster ${source}`;
  return {
    findings: [],
    steps: [
      live
        ? {
            ...common,
            verb: 'patch',
            title: `Change ${where}`,
            target: { ...target, plural, uid: live.metadata.uid },
            patch: { spec: patch },
          }
        : {
            ...common,
            verb: 'create',
            title: `Create ${where}`,
            object: {
              apiVersion: 'v1',
              kind,
              metadata: {
                name,
                namespace,
                labels: { [LABEL_MANAGED_BY]: 'millrace' },
              },
              spec: after,
            },
          },
    ],
  };
}

function obstacleAt(
  noun: string,
  { source, namespace }: DomainPlace,
  { services }: PlanContext,
): Finding | undefined {
  if (!services.clusters.get(source).canBootstrap) {
    return errorAt(
      'entityRef',
      `No ${noun} can be set on cluster ${source}: no bootstrap identity is configured for it.`,
      'Ask the platform team to configure one (dataPlatform.kubernetes.clusters, examples/rbac).',
    );
  }
  const known = services.domains
    .labelled()
    .find(each => each.source === source && each.namespace === namespace);
  return known && !isMadeByPortal(known.labels)
    ? errorAt(
        'entityRef',
        `Namespace ${namespace} on cluster ${source} was not made by the portal, which may not change its ${noun}.`,
        `To allow that, a cluster admin runs: kubectl label namespace ${namespace} ${LABEL_MANAGED_BY}=millrace`,
      )
    : undefined;
}
