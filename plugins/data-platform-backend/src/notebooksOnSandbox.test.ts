import { setTimeout as sleep } from 'node:timers/promises';
import { NotebookServerDetail } from '@millrace/backstage-plugin-data-platform-common';
import { startOnSandbox } from './__testUtils__/startOnSandbox';

const NAME = 'sales-explore';
const ME = 'user:default/olivia';
const CLAIMS = { group: '', version: 'v1', plural: 'persistentvolumeclaims' };
const NOTEBOOKS = { group: 'kubeflow.org', version: 'v1', plural: 'notebooks' };

jest.setTimeout(90_000);

/** The real plugin on the sandbox's API server, controllers and demo: what a person does with a notebook server. */
describe('a notebook server, the whole way', () => {
  let portal: Awaited<ReturnType<typeof startOnSandbox>>;

  beforeAll(async () => {
    const notebooks = { connectBase: 'https://kubeflow.example.com' };
    portal = await startOnSandbox(() => {}, undefined, { notebooks }, 20);
    await until(async () => {
      const { body } = await portal.get('/v1/summary');
      return body.warming === false;
    });
    // A list that failed on a busy machine is made again: until then nobody knows where a domain lives.
    await until(async () => {
      const { body } = await portal.get(
        '/v1/notebook-options?domainRef=domain:default/sales',
      );
      return body.problems.length === 0;
    });
  });
  afterAll(() => portal.stop());

  const detail = async (): Promise<NotebookServerDetail | undefined> => {
    const { status, body } = await portal.get(
      `/v1/notebook-servers/default/${NAME}`,
    );
    return status === 200 ? body : undefined;
  };
  const run = async (operation: string, more: object) => {
    const { body } = await portal.post('/v1/operations', {
      operation,
      ...more,
    });
    const path = `/v1/operations/${body.id}?wait=20`;
    const { body: ended } = await portal.get(path);
    expect([body.error, ended.error, ended.state]).toEqual([
      undefined,
      undefined,
      'done',
    ]);
    return ended;
  };
  const on = async () => ({ resourceId: (await detail())!.server.resource.id });

  it('is offered what the cluster has', async () => {
    const { body } = await portal.get(
      '/v1/notebook-options?domainRef=domain:default/sales',
    );
    expect(body).toMatchObject({
      source: 'sandbox',
      namespace: 'sales',
      generations: [1, 2],
      workspaceKinds: [{ name: 'jupyterlab' }],
      storageClasses: expect.arrayContaining([
        { name: 'standard', isDefault: true },
      ]),
      problems: [],
    });
    expect(body.gpus).toMatchObject([{ key: 'nvidia.com/gpu', offered: 2 }]);
    expect(body.quota.length).toBeGreaterThan(0);
  });

  it('is made, gets its entity with its maker as owner, and can be opened', async () => {
    const made = await run('notebook:create', {
      input: {
        name: 'explore',
        title: 'Explore sales',
        domain: 'domain:default/sales',
        generation: 1,
      },
    });
    expect(made.entityRef).toBe(`resource:default/${NAME}`);
    const found = await until(async () => {
      const now = await detail();
      return now?.server.openUrl && now;
    });
    expect(found).toMatchObject({
      server: {
        title: 'Explore sales',
        owner: ME,
        ownerVerified: true,
        entityRef: `resource:default/${NAME}`,
        openUrl: 'https://kubeflow.example.com/notebook/sales/explore/',
        resource: { domainOwnerRef: 'group:default/sales-team' },
      },
      volumes: [{ claim: 'explore-home', role: 'home', phase: 'Bound' }],
    });
    const { body: mine } = await portal.get('/v1/notebook-servers?mine=true');
    expect(mine.items).toHaveLength(1);
  });

  it('is stopped with others, and started again', async () => {
    const { resourceId } = await on();
    await run('notebook:stop-many', { input: { ids: [resourceId] } });
    await until(async () => (await detail())?.server.state === 'stopped');
    expect((await detail())?.server.openNote).toMatch(/stopped/);
    await run('notebook:start', await on());
    await until(async () => (await detail())?.server.state !== 'stopped');
  });

  it('changes its size', async () => {
    await run('notebook:resize', { ...(await on()), input: { cpu: '1' } });
    const resized = await until(async () => {
      const now = await detail();
      return now?.server.cpu === '1' && now;
    });
    expect(resized.server.memory).toBe('1073741824');
  });

  it('is deleted, its volume stays, and its entity goes', async () => {
    await run('notebook:delete', await on());
    await until(async () => (await detail()) === undefined);
    const { api } = portal.sandbox;
    expect(
      api.list(NOTEBOOKS, 'sales').map(({ metadata }) => metadata.name),
    ).not.toContain('explore');
    expect(
      api.list(CLAIMS, 'sales').map(({ metadata }) => metadata.name),
    ).toContain('explore-home');
    const again = await portal.post('/v1/operations/plan', {
      operation: 'notebook:create',
      input: {
        name: 'explore',
        domain: 'domain:default/sales',
        generation: 1,
        home: { existing: 'explore-home' },
      },
    });
    expect(again.body).toMatchObject({ ok: true });
  });
});

async function until<T>(attempt: () => Promise<T | undefined | false | ''>) {
  const end = Date.now() + 30_000;
  for (;;) {
    const result = await attempt();
    if (result) return result;
    if (Date.now() > end) throw new Error(`Not in 30 s: ${attempt}`);
    await sleep(50);
  }
}
