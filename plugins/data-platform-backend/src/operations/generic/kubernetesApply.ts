import {
  Finding,
  TYPE_DOMAIN,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { findBelonging } from '../belonging';
import { OperationDefinition, PlanContext, refusedPlan } from '../definition';
import { chooseHome } from '../domain/domainHome';
import { errorAt } from '../findings';
import { mayOperate, mayRegister } from '../requirements';
import { readManifest } from './readManifest';

const input = z.strictObject({
  manifest: z.string({ error: 'Give a manifest.' }).min(1).max(200_000),
  domain: z.string({ error: 'Choose a domain.' }).min(1).max(200),
  cluster: z.string().max(253).optional(),
});

/** Creates one object of a kind that an integration knows, in a namespace of a domain, as the person. */
export const kubernetesApply: OperationDefinition<z.infer<typeof input>> = {
  id: 'kubernetes:apply',
  title: 'Create object',
  requires: [mayRegister],
  input,
  async plan(values, context) {
    const { manifest, findings } = readManifest(values.manifest, 'manifest');
    if (!manifest) return refusedPlan('Create object', findings);
    const title = `Create ${manifest.kind} ${manifest.metadata.name}`;
    const problem = kindProblem(manifest, context);
    if (problem) return refusedPlan(title, [problem]);
    const domain = await findBelonging(
      values.domain,
      {
        kind: 'domain',
        type: TYPE_DOMAIN,
        field: 'domain',
        noun: 'data domain',
      },
      context,
    );
    if (!domain.found) return refusedPlan(title, domain.findings);
    const { entityRef: domainRef, ownerRef } = domain.found;
    const home = await chooseHome(
      domainRef,
      { cluster: values.cluster, namespace: manifest.metadata.namespace },
      context,
    );
    if ('findings' in home) return refusedPlan(title, home.findings);
    const { source, namespace } = home;
    const { name } = manifest.metadata;
    return {
      title,
      subject: `${source}:${manifest.kind}:${namespace}/${name}`,
      findings,
      requirements: [
        mayOperate(
          { ownerRef, domainRef, nature: 'run' },
          `create objects in ${domainRef}`,
        ),
      ],
      steps: [
        {
          id: 'create',
          verb: 'create',
          title: `Create ${manifest.kind} ${namespace}/${name} on cluster ${source}`,
          source,
          object: {
            ...manifest,
            metadata: { ...manifest.metadata, namespace },
          },
        },
      ],
    };
  },
};

/** Kinds that no integration knows are not written, whatever the person's rights on the cluster. */
export function kindProblem(
  { apiVersion, kind }: KubernetesManifest,
  { services }: PlanContext,
): Finding | undefined {
  if (services.kinds.find(apiVersion, kind)?.integration) return undefined;
  return errorAt(
    'kind',
    `${kind} (${apiVersion}) is not a kind that may be created here.`,
    `Use one of: ${services.kinds.applicable().join(', ')}.`,
  );
}
