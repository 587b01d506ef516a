import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  TYPE_CONTRACT,
  TYPE_PRODUCT,
} from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';
import { findBelonging, ownOrAdminister } from '../belonging';
import { fullRef } from '../CatalogReader';
import { OperationDefinition, refusedPlan } from '../definition';
import { entityName } from '../entityName';
import { groupRef } from '../domain/domainCreateInput';
import { errorAt, takenRef } from '../findings';
import { mayRegister } from '../requirements';
import { contentFindings } from './readManifest';

const RESOURCE_TYPES = [
  'dataset',
  'iceberg-table',
  'bucket',
  'lakefs-repository',
] as const;

const metadata = z.strictObject({
  name: entityName('entity'),
  namespace: z.literal('default').optional(),
  title: z.string().trim().max(80).optional(),
  description: z.string().trim().max(500).optional(),
  tags: z.array(z.string().max(63)).max(20).optional(),
});

const common = {
  apiVersion: z
    .literal('backstage.io/v1alpha1')
    .default('backstage.io/v1alpha1'),
  metadata,
};

const input = z.strictObject({
  entity: z.discriminatedUnion(
    'kind',
    [
      z.strictObject({
        ...common,
        kind: z.literal('API'),
        spec: z.strictObject({
          type: z.literal(TYPE_CONTRACT),
          lifecycle: z.string().max(63).default('experimental'),
          owner: groupRef,
          system: z.string().min(1).max(200),
          definition: z.string().min(1).max(200_000),
        }),
      }),
      z.strictObject({
        ...common,
        kind: z.literal('Resource'),
        spec: z.strictObject({
          type: z.enum(RESOURCE_TYPES),
          owner: groupRef,
          system: z.string().min(1).max(200),
          dependsOn: z.array(z.string().max(200)).max(50).optional(),
        }),
      }),
    ],
    {
      error: `Only contracts (API, type ${TYPE_CONTRACT}) and data (Resource, type ${RESOURCE_TYPES.join(
        ', ',
      )}) are registered this way; domains, products and jobs have operations of their own.`,
    },
  ),
});

/** Registers a part of a data product that has no live objects: a contract, a dataset. */
export const entityRegister: OperationDefinition<z.infer<typeof input>> = {
  id: 'entity:register',
  title: 'Register entity',
  requires: [mayRegister],
  input,
  async plan(values, context) {
    const entity = values.entity as Entity;
    const entityRef = stringifyEntityRef(entity);
    const title = `Register ${entityRef}`;
    const product = await findBelonging(
      values.entity.spec.system,
      {
        kind: 'system',
        type: TYPE_PRODUCT,
        field: 'entity.spec.system',
        noun: 'data product',
      },
      context,
    );
    if (!product.found) return refusedPlan(title, product.findings);
    const { owner } = values.entity.spec;
    const missing = await context.services.catalog.missing(
      [owner],
      context.credentials,
    );
    return {
      title,
      entityRef,
      subject: entityRef,
      findings: [
        ...contentFindings(entity),
        ...(await takenRef(entityRef, context, 'entity.metadata.name')),
        ...missing.map(ref =>
          errorAt(
            'entity.spec.owner',
            `${ref} is not in the catalog.`,
            'Choose an existing group.',
          ),
        ),
      ],
      requirements: ownOrAdminister(
        product.found,
        context,
        'register a part of',
      ),
      steps: [
        {
          id: 'register',
          verb: 'register',
          title: `Register ${entity.kind} ${entity.metadata.name} in the catalog`,
          entity: {
            ...entity,
            spec: {
              ...entity.spec,
              system: fullRef(values.entity.spec.system, 'system'),
            },
          },
        },
      ],
    };
  },
};
