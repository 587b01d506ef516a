import { NotFoundError } from '@backstage/errors';
import {
  Finding,
  PlatformResource,
  TYPE_PRODUCT,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  ResourceSystem,
  ScopeEntityKind,
} from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { scopeEntity } from '../../systems/scopeEntity';
import {
  Belonging,
  findBelonging,
  ownOrAdminister,
  specRef,
} from '../belonging';
import { OperationDefinition, PlanContext, refusedPlan } from '../definition';
import { entityName } from '../entityName';
import { errorAt, takenRef } from '../findings';
import { mayRegister, maySee } from '../requirements';

const NAME = entityName('entity');

const input = z.strictObject({
  source: z.string({ error: 'Choose a server.' }).min(1).max(200),
  /** Name of the place on the server. */
  scope: z.string({ error: 'Choose one.' }).min(1).max(200),
  product: z.string({ error: 'Choose a data product.' }).min(1).max(200),
  /** Default: as it is called on the server. */
  name: NAME.optional(),
  title: z.string().trim().min(1).max(80).optional(),
  description: z.string().trim().max(500).optional(),
});

/** Registers a place of a system (a repository) as a part of a data product; none for systems without such entities. */
export function scopeRegister(
  system: ResourceSystem,
): OperationDefinition<any>[] {
  const { scopeEntities } = system;
  return scopeEntities ? [registration(system, scopeEntities)] : [];
}

function registration(
  system: ResourceSystem,
  { noun, type }: ScopeEntityKind,
): OperationDefinition<z.infer<typeof input>> {
  return {
    id: `${system.id}:register`,
    title: `Register ${noun}`,
    requires: [mayRegister],
    input,
    async plan(values, context) {
      const { source, scope } = values;
      const title = `Register ${noun} ${scope}`;
      const row = await seen(system, values, context);
      const product = await findBelonging(
        values.product,
        {
          ...{ kind: 'system', type: TYPE_PRODUCT },
          ...{ field: 'product', noun: 'data product' },
        },
        context,
      );
      if (!product.found) return refusedPlan(title, product.findings);
      const { found } = product;
      const name = values.name ?? scope;
      const owner = found.ownerRef;
      if (!owner || !NAME.safeParse(name).success) {
        return refusedPlan(title, [
          owner
            ? errorAt(
                'name',
                `${scope} cannot be the name of an entity: it has to begin with a letter and to end with a letter or a digit.`,
                'Give it a name for the catalog.',
              )
            : errorAt('product', `${found.entityRef} has no owner.`),
        ]);
      }
      const entityRef = `resource:default/${name}`;
      return {
        title,
        entityRef,
        // Two people who register one place at once: the second is told.
        subject: `${source}/${scope}`,
        findings: [
          ...(await takenRef(entityRef, context)),
          ...placeFindings(row, noun, found),
        ],
        requirements: ownOrAdminister(
          found,
          context,
          `register a ${noun} as a part of`,
        ),
        steps: [
          {
            id: 'register',
            verb: 'register' as const,
            title: `Register Resource ${name} in the catalog`,
            entity: scopeEntity({
              ...{ name, type, source, scope, owner },
              productRef: found.entityRef,
              title: values.title,
              description: values.description,
            }),
          },
        ],
        output: { name, source, repository: scope },
      };
    },
  };
}

/** The row that stands for the place. Who may not see it is told the same as if there were none. */
async function seen(
  { id, title, scopeEntities, resources, sources }: ResourceSystem,
  { source, scope }: { source: string; scope: string },
  { services, authorise }: PlanContext,
): Promise<PlatformResource> {
  const { kind, noun } = scopeEntities!;
  const absent = `There is no ${noun} ${scope} on a ${title} server ${source} that you may see.`;
  const definition = resources.find(each => each.kind === kind);
  const known = sources.some(({ name }) => name === source);
  const found =
    known && definition
      ? services.index.find({
          ...{ source, kind, group: definition.match.group },
          ...{ namespace: scope, name: scope },
        })
      : undefined;
  if (!found) throw new NotFoundError(absent);
  const { ownerRef, domainRef, nature } = found.row;
  await authorise([maySee({ ownerRef, domainRef, nature }, absent)]);
  if (domainRef) return found.row;
  throw new NotFoundError(
    `The configuration of the portal gives ${noun} ${scope} to no data domain. Whoever runs the portal adds it under dataPlatform.${id}.servers[].domains.`,
  );
}

function placeFindings(
  { entityRef, domainRef }: PlatformResource,
  noun: string,
  { entity, entityRef: productRef }: Belonging,
): Finding[] {
  const findings: Finding[] = [];
  if (entityRef) {
    findings.push(
      errorAt('scope', `This ${noun} is registered already, as ${entityRef}.`),
    );
  }
  const theirs = specRef(entity, 'domain', 'domain');
  if (theirs !== domainRef) {
    findings.push(
      errorAt(
        'product',
        `The ${noun} belongs to ${domainRef}, and ${productRef} to ${
          theirs ?? 'no domain'
        }.`,
        `Choose a data product of ${domainRef}.`,
      ),
    );
  }
  return findings;
}
