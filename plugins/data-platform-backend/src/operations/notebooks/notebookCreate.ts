import {
  Finding,
  TYPE_DOMAIN,
  TYPE_PRODUCT,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  CREATE_NOTEBOOK,
  SERVER_STEP,
} from '../../notebooks/entities/makerOfNotebook';
import { Belonging, findBelonging, specRef } from '../belonging';
import {
  ClusterStep,
  OperationDefinition,
  PlanContext,
  refusedPlan,
} from '../definition';
import { chooseHome } from '../domain/domainHome';
import { errorAt } from '../findings';
import { mayOperate, mayUse } from '../requirements';
import { claimObject } from './claimObject';
import { NotebookInput, notebookInput } from './notebookInput';
import { PlannedVolume } from './NotebookPlan';
import { ownerFindings, ownerOfServer } from './serverOwner';
import { planServer } from './planServer';
import { serverIdentity } from './serverIdentity';

const KINDS = { 1: 'Notebook', 2: 'Workspace' } as const;

/**
 * Makes a notebook server with its volumes, as the person. What the cluster would only tell by a pod that never comes (quota,
 * limits, volumes, GPUs) is looked at before.
 */
export const notebookCreate: OperationDefinition<NotebookInput> = {
  id: CREATE_NOTEBOOK,
  title: 'Create notebook server',
  requires: [],
  input: notebookInput,
  async plan(input, context) {
    const title = `Create notebook server ${input.name}`;
    const found = await placeOf(input, context);
    if ('findings' in found) return refusedPlan(title, found.findings);
    const { domain, product, home } = found;
    const domainRef = domain.entityRef;
    const kind = KINDS[input.generation];
    const owner = ownerOfServer(input, context);
    const requirements = [
      mayUse(
        { ownerRef: domain.ownerRef, domainRef, nature: 'workbench' },
        `make a notebook server in ${domainRef}`,
      ),
      mayOperate(
        {
          ownerRef: owner,
          domainOwnerRef: domain.ownerRef,
          domainRef,
          nature: 'workbench',
        },
        `make a notebook server in ${domainRef} for ${owner}`,
      ),
    ];
    await context.authorise(requirements);
    const refused = [
      ...(await ownerFindings(owner, context)),
      ...served(kind, home.source, context),
    ];
    if (refused.length > 0) {
      return { ...refusedPlan(title, refused), requirements };
    }
    const place = { ...home, domainRef };
    const identity = await serverIdentity(
      input,
      kind,
      place,
      owner,
      product,
      context,
    );
    const server = await planServer(input, place, identity, context);
    const { entityRef } = identity;
    if (!server.object) {
      return {
        ...refusedPlan(title, server.findings),
        entityRef,
        requirements,
      };
    }
    return {
      title,
      entityRef,
      subject: `${home.source}:${kind}:${home.namespace}/${input.name}`,
      findings: server.findings,
      requirements,
      steps: [
        ...server.volumes.flatMap(volume => claimStep(volume, place)),
        {
          id: SERVER_STEP,
          verb: 'create',
          title: `Create ${kind} ${home.namespace}/${input.name} on cluster ${home.source}`,
          source: home.source,
          object: server.object,
        },
      ],
      output: {
        name: input.name,
        source: home.source,
        namespace: home.namespace,
        owner,
        ...(product && { product: product.entityRef }),
        ...(input.title && { title: input.title }),
        ...(input.description && { description: input.description }),
      },
    };
  },
};

async function placeOf(
  input: NotebookInput,
  context: PlanContext,
): Promise<
  | { findings: Finding[] }
  | {
      domain: Belonging;
      product?: Belonging;
      home: { source: string; namespace: string };
    }
> {
  const domain = await findBelonging(
    input.domain,
    { kind: 'domain', type: TYPE_DOMAIN, field: 'domain', noun: 'data domain' },
    context,
  );
  if (!domain.found) return { findings: domain.findings };
  const product = await productOf(input.product, domain.found, context);
  if (product.findings.length > 0) return { findings: product.findings };
  const home = await chooseHome(
    domain.found.entityRef,
    { cluster: input.cluster, namespace: input.namespace },
    context,
  );
  if ('findings' in home) {
    return {
      findings: home.findings.map(finding =>
        finding.field === 'metadata.namespace'
          ? { ...finding, field: 'namespace' }
          : finding,
      ),
    };
  }
  return { domain: domain.found, product: product.found, home };
}

async function productOf(
  ref: string | undefined,
  domain: Belonging,
  context: PlanContext,
): Promise<{ found?: Belonging; findings: Finding[] }> {
  if (!ref) return { findings: [] };
  const { found, findings } = await findBelonging(
    ref,
    {
      kind: 'system',
      type: TYPE_PRODUCT,
      field: 'product',
      noun: 'data product',
    },
    context,
  );
  const elsewhere =
    found && specRef(found.entity, 'domain', 'domain') !== domain.entityRef;
  return elsewhere
    ? {
        findings: [
          errorAt(
            'product',
            `${found.entityRef} does not belong to ${domain.entityRef}.`,
            'Choose a product of the domain, or none.',
          ),
        ],
      }
    : { found, findings };
}

function served(
  kind: string,
  source: string,
  { services }: PlanContext,
): Finding[] {
  const kinds = services.serves(source);
  if (!kinds || kinds.includes(`${kind}.kubeflow.org`)) return [];
  return [
    errorAt(
      'generation',
      `Cluster ${source} serves no ${kind} (kubeflow.org).`,
      'Choose the other generation, or ask the platform team to install it.',
    ),
  ];
}

function claimStep(
  volume: PlannedVolume,
  { source, namespace }: { source: string; namespace: string },
): ClusterStep[] {
  const { claim, create } = volume;
  if (!create) return [];
  return [
    {
      id: `volume/${claim}`,
      verb: 'create',
      title: `Create volume ${namespace}/${claim} (${create.size}) on cluster ${source}`,
      source,
      object: claimObject({ ...volume, create }, namespace),
    },
  ];
}
