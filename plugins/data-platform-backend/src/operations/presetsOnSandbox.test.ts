import {
  demoRbac,
  demoUsers,
  ManualClock,
  portalPolicies,
  RunningSandbox,
  sandboxControllers,
  startSandbox,
} from '@millrace/sandbox';
import { tokenCredentials } from '../clusters/Credentials';
import { HttpClusterConnection } from '../clusters/HttpClusterConnection';
import {
  domainRequest,
  jobRequest,
  productRequest,
} from './__testUtils__/requests';
import { TestPlatform } from './__testUtils__/TestPlatform';
import { QUOTA_PRESETS } from './presets';

const RUNS = {
  group: 'sparkoperator.k8s.io',
  version: 'v1beta2',
  plural: 'sparkapplications',
};
const PODS = { group: '', version: 'v1', plural: 'pods' };

jest.setTimeout(60_000);

describe('a domain of each size runs the example job', () => {
  const clock = new ManualClock();
  let sandbox: RunningSandbox;
  let cluster: HttpClusterConnection;
  let platform: TestPlatform;

  beforeAll(async () => {
    const { portal, bootstrap } = demoUsers();
    sandbox = await startSandbox({
      tls: false,
      clock,
      users: [portal, bootstrap].map(({ user, groups }) => ({
        name: user,
        groups,
      })),
      admission: [portalPolicies],
      controllers: sandboxControllers({ random: () => 0.5 }),
      seed: demoRbac,
    });
    cluster = new HttpClusterConnection({
      name: 'eu-1',
      url: sandbox.url,
      credentials: tokenCredentials(sandbox.token(portal.user)),
      bootstrap: tokenCredentials(sandbox.token(bootstrap.user)),
    });
    platform = await TestPlatform.create();
  });
  afterAll(async () => {
    await platform.close();
    await cluster.close();
    await sandbox.stop();
  });

  it.each(QUOTA_PRESETS.map(({ id }) => id))('%s', async quotaPreset => {
    const portal = platform.start(undefined, [cluster]);
    const name = `sales-${quotaPreset}`;
    const product = `orders-${quotaPreset}`;
    const job = `job-${quotaPreset}`;
    await portal.run(domainRequest({ name, quotaPreset }));
    await portal.run(productRequest({ name: product, domain: name }));
    await portal.run(jobRequest({ name: job, product }));
    const run = await portal.run({
      operation: 'spark-job:run',
      entityRef: `component:default/${job}`,
    });
    expect(run).toMatchObject({ state: 'done', findings: [] });

    let executors = 0;
    let state: string | undefined;
    for (
      let s = 0;
      s < 600 && state !== 'COMPLETED' && state !== 'FAILED';
      s += 1
    ) {
      clock.advance(1_000);
      await new Promise(setImmediate);
      const pods = sandbox.api.list(PODS, name, { 'spark-role': 'executor' });
      executors = Math.max(executors, pods.length);
      const [object] = sandbox.api.list(RUNS, name);
      state = (object?.status as any)?.applicationState?.state;
    }
    expect({ state, executors }).toEqual({ state: 'COMPLETED', executors: 2 });
  });
});
