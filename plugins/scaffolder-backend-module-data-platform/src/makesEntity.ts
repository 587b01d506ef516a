import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { PlatformServices } from './PlatformCalls';
import { awaitCatalog, runOperation, withoutEmpty } from './runOperation';

/**
 * Handler of an action whose operation makes an entity: its outputs, once the catalog serves it. An `entityRef` of the
 * input is what the operation acts on.
 */
export function makesEntity(services: PlatformServices, operation: string) {
  return async (ctx: ActionContext<any, any>): Promise<void> => {
    const { entityRef: on, ...input } = withoutEmpty(ctx.input as JsonObject);
    const result = await runOperation(ctx, services, {
      operation,
      ...(typeof on === 'string' && { entityRef: on }),
      input,
    });
    const { entityRef } = result;
    if (entityRef) ctx.output('entityRef', entityRef);
    const output = result.operation?.output ?? {};
    for (const key of ['name', 'source', 'namespace', 'portRef']) {
      if (typeof output[key] === 'string')
        ctx.output(key, output[key] as string);
    }
    if (!result.operation || !entityRef) return;
    ctx.output('operationId', result.operation.id);
    if (!(await awaitCatalog(ctx, services, entityRef))) {
      ctx.logger.warn(
        `${entityRef} is registered, but the catalog does not serve it yet; its link may lead nowhere for a while. Check that the catalog module data-platform is installed.`,
      );
    }
  };
}
