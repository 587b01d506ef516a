import {
  demoOperators,
  RunningSandbox,
  sandboxControllers,
  startSandbox,
} from '@millrace/sandbox';
import { CheckGroup, Mismatch, Skip } from './Check';
import { access } from './checks/access';
import { discovery } from './checks/discovery';
import { connectionFromKubeconfig } from './Connection';
import { leftBehind } from './leftBehind';
import { CheckResult, runConformance } from './runConformance';

/** Ends in another order than it is told of. */
const MIXED: CheckGroup = {
  area: 'Mixed',
  parallel: true,
  checks: [
    {
      title: 'takes a moment',
      run: () => new Promise(resolve => setTimeout(resolve, 50)),
    },
    {
      title: 'cannot be',
      run: async () => {
        throw new Skip('the server has no moon');
      },
    },
    {
      title: 'is not',
      run: async () => {
        throw new Mismatch('it is not so');
      },
    },
  ],
};

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

  // All of them run in the check `conformance suite on the sandbox`, which fails for one that is skipped as well.
  it('tells of each check in order, and leaves nothing behind', async () => {
    const connection = await connectionFromKubeconfig(
      sandbox.kubeconfig('admin'),
    );
    const told: CheckResult[] = [];
    const summary = await runConformance({
      connection,
      groups: [discovery, access, MIXED],
      report: result => told.push(result),
    });
    expect(told).toEqual(summary.results);
    const titles = [discovery, access, MIXED].flatMap(({ checks }) =>
      checks.map(({ title }) => title),
    );
    expect(told.map(({ title }) => title)).toEqual(titles);
    expect(summary).toMatchObject({
      passed: titles.length - 2,
      failed: 1,
      skipped: 1,
    });
    expect(
      told.slice(-3).map(({ outcome, reason }) => [outcome, reason]),
    ).toEqual([
      ['passed', undefined],
      ['skipped', 'the server has no moon'],
      ['failed', 'it is not so'],
    ]);
    expect(leftBehind(sandbox.api)).toEqual([]);
  });

  it('sees what is left behind', () => {
    const resource = { group: '', version: 'v1', plural: 'namespaces' };
    sandbox.api.create(resource, undefined, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'millrace-conformance-left' },
    });
    expect(leftBehind(sandbox.api)).toEqual([
      'namespaces/millrace-conformance-left',
    ]);
  });

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
