import {
  demoContent,
  demoRbac,
  demoUsers,
  portalPolicies,
  sandboxControllers,
  sparkWebhook,
  startSandbox,
  SystemClock,
  TravelClock,
} from '@millrace/sandbox';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SandboxAddress } from '../start/portalConfig';

/** The sandbox as a process of its own: data folder as argument; tells its address by a message; ends on SIGTERM. */
async function main(dataDir: string): Promise<void> {
  const clock = new TravelClock(new SystemClock());
  const people = demoUsers();
  const named = Object.values(people).map(({ user, groups }) => ({
    name: user,
    groups: [...groups],
  }));
  const sandbox = await startSandbox({
    dataDir,
    clock,
    users: named,
    admission: [sparkWebhook, portalPolicies],
    controllers: sandboxControllers(),
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
    caData: Buffer.from(sandbox.certificate ?? '').toString('base64'),
    portalToken: sandbox.token(people.portal.user),
    bootstrapToken: sandbox.token(people.bootstrap.user),
  };
  process.send?.({ type: 'address', body: address });
  const end = () => {
    void sandbox.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  // The launcher is gone: nobody would stop this process any more.
  process.once('disconnect', end);
}

main(process.argv[2]).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
