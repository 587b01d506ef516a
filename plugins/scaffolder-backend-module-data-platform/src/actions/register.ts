import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { PlatformServices } from '../PlatformCalls';
import { awaitCatalog, runOperation, SERVED_WITHIN_MS } from '../runOperation';

/** `data-platform:register` */
export function createRegisterAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:register',
    description:
      'Registers an entity of the data platform, or takes one that is registered, and waits until the catalog serves it',
    supportsDryRun: true,
    schema: {
      input: {
        entity: z =>
          z
            .record(z.unknown())
            .optional()
            .describe('The entity to register: a contract or a dataset'),
        entityRef: z =>
          z
            .string()
            .optional()
            .describe('An entity that is registered: only waited for'),
      },
      output: { entityRef: z => z.string() },
    },
    async handler(ctx) {
      const { entity } = ctx.input;
      const registered = entity
        ? await runOperation(ctx, services, {
            operation: 'entity:register',
            input: { entity: entity as JsonObject },
          })
        : undefined;
      const entityRef = registered?.entityRef ?? ctx.input.entityRef;
      if (!entityRef) {
        throw new Error(
          'data-platform:register: give the entity, or the entityRef of one that is registered.',
        );
      }
      ctx.output('entityRef', entityRef);
      if (ctx.isDryRun) return;
      if (!(await awaitCatalog(ctx, services, entityRef))) {
        throw new Error(
          `The catalog has not served ${entityRef} within ${
            SERVED_WITHIN_MS / 1000
          } s. Check that it is registered, that the catalog module data-platform is installed, and its log.`,
        );
      }
    },
  });
}
