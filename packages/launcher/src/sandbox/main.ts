import {
  demoContent,
  demoLakeFs,
  demoRbac,
  demoUsers,
  portalPolicies,
  sandboxControllers,
  sparkOnBranches,
  sparkWebhook,
  startLakeFsSandbox,
  startSandbox,
  SystemClock,
  TravelClock,
  workspaceWebhook,
} from '@millrace/sandbox';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SandboxAddress } from '../start/portalConfig';

/** The sandbox as a process of its own: data folder and address of the portal as arguments; tells its own by a message; ends on SIGTERM. */
async function main(dataDir: string, portalUrl: string): Promise<void> {
  const clock = new TravelClock(new SystemClock());
  const people = demoUsers();
  const named = Object.values(people).map(({ user, groups }) => ({
    name: user,
    groups: [...groups],
  }));
  const webhookSecret = randomBytes(24).toString('base64url');
  const lakeFs = await startLakeFsSandbox({
    dataDir: join(dataDir, 'lakefs'),
    clock,
    environment: { LAKEFSACTION_PORTAL_SECRET: webhookSecret },
    ...demoLakeFs(portalUrl),
  });
  const sandbox = await startSandbox({
    dataDir,
    clock,
    users: named,
    admission: [sparkWebhook, workspaceWebhook, portalPolicies],
    controllers: [...sandboxControllers(), sparkOnBranches(lakeFs.server)],
    seed: api => {
      demoRbac(api);
      demoContent(api, clock);
    },
  });
  writeFileSync(
    join(dataDir, 'kubeconfig'),
    sandbox.kubeconfig(people.admin.user),
    { mode: 0o600 },
  );
  const address: SandboxAddress = {
    url: sandbox.url,
    connectUrl: sandbox.connectUrl,
    caData: Buffer.from(sandbox.certificate ?? '').toString('base64'),
    portalToken: sandbox.token(people.portal.user),
    bootstrapToken: sandbox.token(people.bootstrap.user),
    lakeFs: {
      url: lakeFs.url,
      accessKeyId: lakeFs.accessKeyId,
      secretAccessKey: lakeFs.secretAccessKey,
      webhookSecret,
    },
  };
  process.send?.({ type: 'address', body: address });
  const end = () => {
    void Promise.all([sandbox.stop(), lakeFs.stop()]).then(() =>
      process.exit(0),
    );
  };
  process.once('SIGTERM', end);
  // The launcher is gone: nobody would stop this process any more.
  process.once('disconnect', end);
}

main(process.argv[2], process.argv[3]).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
