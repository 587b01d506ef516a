import { ResourceSystem } from '@millrace/backstage-plugin-data-platform-node';
import { Router } from 'express';
import { systemHost } from '../../systems/systemHost';
import { RouterDeps } from '../deps';

/** The routes that systems bring, each under `/v1/<id>`. They are no part of the OpenAPI document. */
export function addSystemRoutes(
  router: Router,
  systems: readonly ResourceSystem[],
  deps: Pick<RouterDeps, 'index' | 'viewers'>,
): void {
  for (const system of systems) {
    const routes = system.routes?.(systemHost(system, deps));
    if (routes) router.use(`/v1/${system.id}`, routes);
  }
}
