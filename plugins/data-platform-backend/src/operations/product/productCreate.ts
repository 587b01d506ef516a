import { Entity } from '@backstage/catalog-model';
import {
  Finding,
  TYPE_CONTRACT,
  TYPE_DOMAIN,
  TYPE_PRODUCT,
} from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';
import { findBelonging, ownOrAdminister } from '../belonging';
import { OperationDefinition, PlanContext, refusedPlan } from '../definition';
import { groupRef } from '../domain/domainCreateInput';
import { entityName } from '../entityName';
import { errorAt, takenRef } from '../findings';
import { mayRegister } from '../requirements';
import { dataContract } from './dataContract';

/** Annotation of a product: what kind of product it is. */
export const ANNOTATION_PRODUCT_KIND = 'millrace.dev/product-kind';

export const productCreateInput = z.strictObject({
  name: entityName('data product'),
  title: z.string().trim().min(1).max(80).optional(),
  description: z.string().trim().max(500).optional(),
  domain: z.string({ error: 'Choose a domain.' }).min(1).max(200),
  /** Default: the owner of the domain. */
  owner: groupRef.optional(),
  kind: z
    .enum(['source-aligned', 'aggregate', 'consumer-aligned'], {
      error: 'Choose source-aligned, aggregate or consumer-aligned.',
    })
    .default('source-aligned'),
  outputPort: z
    .strictObject({
      name: entityName('output port'),
      title: z.string().trim().min(1).max(80).optional(),
      description: z.string().trim().max(500).optional(),
    })
    .optional(),
});

type ProductCreateInput = z.infer<typeof productCreateInput>;

/** Registers a data product in a domain, and the contract of its first output port. */
export const productCreate: OperationDefinition<ProductCreateInput> = {
  id: 'product:create',
  title: 'Create data product',
  requires: [mayRegister],
  input: productCreateInput,
  async plan(input, context) {
    const title = `Create data product ${input.name}`;
    const domain = await findBelonging(
      input.domain,
      {
        kind: 'domain',
        type: TYPE_DOMAIN,
        field: 'domain',
        noun: 'data domain',
      },
      context,
    );
    if (!domain.found) return refusedPlan(title, domain.findings);
    const owner = input.owner ?? domain.found.ownerRef;
    if (!owner) {
      return refusedPlan(title, [
        errorAt(
          'owner',
          'The domain has no owner to take over.',
          'Choose one.',
        ),
      ]);
    }
    const { entityRef: domainRef } = domain.found;
    const product = toSystem(input, domainRef, owner);
    const port = input.outputPort && toPort(input, domainRef, owner);
    const entityRef = `system:default/${input.name}`;
    return {
      title,
      entityRef,
      subject: entityRef,
      findings: await check(input, owner, context),
      requirements: ownOrAdminister(
        domain.found,
        context,
        'register a data product in',
      ),
      steps: [product, ...(port ? [port] : [])].map(entity => ({
        id: `register/${entity.kind.toLowerCase()}`,
        verb: 'register',
        title: `Register ${entity.kind} ${entity.metadata.name} in the catalog`,
        entity,
      })),
      output: {
        name: input.name,
        ...(port && { portRef: `api:default/${port.metadata.name}` }),
      },
    };
  },
};

async function check(
  input: ProductCreateInput,
  owner: string,
  context: PlanContext,
): Promise<Finding[]> {
  const { services, credentials } = context;
  const findings = await takenRef(`system:default/${input.name}`, context);
  if (input.outputPort) {
    const portRef = `api:default/${portName(input)}`;
    findings.push(...(await takenRef(portRef, context, 'outputPort.name')));
    if (portName(input).length > 63) {
      findings.push(
        errorAt(
          'outputPort.name',
          `The port would be called ${portName(
            input,
          )}, which is longer than 63 characters.`,
          'Use a shorter name.',
        ),
      );
    }
  }
  for (const ref of await services.catalog.missing([owner], credentials)) {
    findings.push(
      errorAt(
        'owner',
        `${ref} is not in the catalog.`,
        'Choose an existing group.',
      ),
    );
  }
  return findings;
}

function toSystem(
  input: ProductCreateInput,
  domain: string,
  owner: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: input.name,
      namespace: 'default',
      ...(input.title && { title: input.title }),
      ...(input.description && { description: input.description }),
      annotations: { [ANNOTATION_PRODUCT_KIND]: input.kind },
    },
    spec: { owner, domain, type: TYPE_PRODUCT },
  };
}

function toPort(
  input: ProductCreateInput,
  domain: string,
  owner: string,
): Entity {
  const name = portName(input);
  const title = input.outputPort?.title ?? input.outputPort?.name ?? name;
  const description = input.outputPort?.description;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name,
      namespace: 'default',
      title,
      ...(description && { description }),
    },
    spec: {
      type: TYPE_CONTRACT,
      lifecycle: 'experimental',
      owner,
      system: `system:default/${input.name}`,
      definition: dataContract({
        id: name,
        title,
        domain: domain.replace(/^domain:default\//, ''),
        product: input.name,
        description,
      }),
    },
  };
}

/** Names of APIs are unique in the whole catalog, so the product's is put before. */
function portName(input: ProductCreateInput): string {
  return `${input.name}-${input.outputPort?.name}`;
}
