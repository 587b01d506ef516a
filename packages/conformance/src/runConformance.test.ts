import {
  demoOperators,
  RunningSandbox,
  sandboxControllers,
  startSandbox,
} from '@millrace/sandbox';
import { connectionFromKubeconfig } from './Connection';
import { CheckResult, runConformance } from './runConformance';

describe('the conformance suite', () => {
  let sandbox: RunningSandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({
      users: [
        { name: 'admin', groups: ['system:masters'] },
        { name: 'reader', groups: [] },
      ],
      controllers: sandboxControllers(),
      seed: demoOperators,
    });
  });
  afterAll(() => sandbox.stop());

  it('passes against the sandbox, skips nothing and leaves nothing behind', async () => {
    const connection = await connectionFromKubeconfig(
      sandbox.kubeconfig('admin'),
    );
    const told: CheckResult[] = [];
    const summary = await runConformance({
      connection,
      disruptive: true,
      report: result => told.push(result),
    });
    const unhappy = summary.results.filter(one => one.outcome !== 'passed');
    expect(unhappy).toEqual([]);
    expect(told).toEqual(summary.results);
    const namespaces = sandbox.api
      .list({ group: '', version: 'v1', plural: 'namespaces' })
      .filter(({ metadata }) => metadata.name.startsWith('millrace-conf'));
    expect(
      namespaces.filter(({ metadata }) => !metadata.deletionTimestamp),
    ).toEqual([]);
    const roles = sandbox.api
      .list({
        group: 'rbac.authorization.k8s.io',
        version: 'v1',
        plural: 'clusterroles',
      })
      .filter(({ metadata }) => metadata.name.startsWith('millrace-conf'));
    expect(roles).toEqual([]);
  }, 240_000);

  it('says so when the caller may not make the namespace', async () => {
    const connection = await connectionFromKubeconfig(
      sandbox.kubeconfig('reader'),
    );
    await expect(runConformance({ connection })).rejects.toThrow(
      /refuses the suite's namespace .*User "reader" cannot create resource "namespaces"/,
    );
  });

  it('says so when nobody answers', async () => {
    const connection = {
      url: 'http://127.0.0.1:9',
      headers: async () => ({}),
      tls: {},
    };
    await expect(runConformance({ connection })).rejects.toThrow(
      /The API server at http:\/\/127\.0\.0\.1:9 does not answer/,
    );
  });
});
