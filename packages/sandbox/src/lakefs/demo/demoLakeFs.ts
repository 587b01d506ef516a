import type { LakeFs } from '../LakeFs';
import type { LakeFsStartOptions } from '../startLakeFsSandbox';
import { contractCheck } from './contractCheck';
import { demoArchive } from './demoArchive';
import { demoLake } from './demoLake';

/**
 * The repositories of the demo, the check that its gate calls, and the way of its notices to the portal.
 *
 * @param portalUrl where notices go once the demo is there; the portal is not up yet while it is made
 */
export function demoLakeFs(
  portalUrl?: string,
): Required<Pick<LakeFsStartOptions, 'seed' | 'webhookHosts'>> {
  let server: LakeFs | undefined;
  let seeded = false;
  return {
    seed: async lakeFs => {
      server = lakeFs;
      await demoLake(lakeFs);
      await demoArchive(lakeFs);
      await lakeFs.hooks.settled();
      seeded = true;
    },
    webhookHosts: {
      'checks.sandbox': request =>
        server ? contractCheck(server, request) : { status: 503 },
      'portal.sandbox': () =>
        seeded && portalUrl ? portalUrl : { status: 204 },
    },
  };
}
