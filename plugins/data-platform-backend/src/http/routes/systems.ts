import { ResourceSystem } from '@millrace/backstage-plugin-data-platform-node';
import { Router } from 'express';
import { systemHost, SystemHostParts } from '../../systems/systemHost';

/** The routes that systems bring, each under `/v1/<id>`. They check their own input; the document tells of them. */
export function addSystemRoutes(
  router: Router,
  systems: readonly ResourceSystem[],
  deps: SystemHostParts,
): void {
  for (const system of systems) {
    const routes = system.routes?.(systemHost(system, deps));
    if (routes) router.use(`/v1/${system.id}`, routes);
  }
}
