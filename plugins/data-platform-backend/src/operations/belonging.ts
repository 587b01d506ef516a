import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { fullRef } from './CatalogReader';
import { PlanContext } from './definition';
import { errorAt } from './findings';
import { Requirement } from './Requirement';
import { mustAdminister } from './requirements';

/** An entity with what permission needs to know of it. */
export interface Belonging {
  entity: Entity;
  entityRef: string;
  ownerRef?: string;
}

/** Reads an entity of one kind and type, or says at which field of the input the ref is wrong. */
export async function findBelonging(
  ref: string,
  expected: { kind: string; type: string; field: string; noun: string },
  { services, credentials }: PlanContext,
): Promise<{ found?: Belonging; findings: Finding[] }> {
  const { kind, type, field, noun } = expected;
  const entityRef = fullRef(ref, kind);
  const entity =
    entityRef?.startsWith(`${kind}:`) &&
    (await services.catalog.find(entityRef, credentials));
  if (!entity) {
    return {
      findings: [
        errorAt(
          field,
          `There is no ${noun} "${ref.slice(0, 120)}".`,
          `Choose an existing ${noun}, or create it first.`,
        ),
      ],
    };
  }
  if (entity.spec?.type !== type) {
    return {
      findings: [
        errorAt(
          field,
          `${entityRef} is no ${noun}: its spec.type is ${JSON.stringify(
            entity.spec?.type ?? null,
          )}.`,
          `Choose an entity of type ${type}.`,
        ),
      ],
    };
  }
  return {
    found: {
      entity,
      entityRef: stringifyEntityRef(entity),
      ownerRef: ownerOf(entity),
    },
    findings: [],
  };
}

/** `spec.owner` as a full ref. */
export function ownerOf(entity: Entity): string | undefined {
  const owner = entity.spec?.owner;
  return typeof owner === 'string' ? fullRef(owner, 'group') : undefined;
}

/** A ref in `spec`, as a full ref. */
export function specRef(
  entity: Entity,
  field: string,
  defaultKind: string,
): string | undefined {
  const ref = entity.spec?.[field];
  return typeof ref === 'string' ? fullRef(ref, defaultKind) : undefined;
}

/** Nothing more is asked of those who own it; of others, that they administer the platform. */
export function ownOrAdminister(
  owned: { ownerRef?: string; entityRef: string },
  { actor }: PlanContext,
  what: string,
): Requirement[] {
  const { ownerRef, entityRef } = owned;
  if (ownerRef && actor.ownershipRefs.includes(ownerRef)) return [];
  return [
    mustAdminister(
      `${what} ${entityRef}, which ${
        ownerRef ?? 'nobody'
      } owns and you do not belong to`,
    ),
  ];
}
