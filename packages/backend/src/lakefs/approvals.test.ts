import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { LakefsWorld, OWN_REPO } from './__testUtils__/LakefsWorld';
import { Person, PERSONS } from './__testUtils__/persons';

// Two plugins and a server, on a machine that has other things to do.
jest.setTimeout(120_000);

describe('approval of merges into protected branches', () => {
  let world: LakefsWorld;

  beforeAll(async () => {
    world = await LakefsWorld.start({ approvals: 'protected' });
    await world.lake.api(
      'PUT',
      `repositories/${OWN_REPO}/settings/branch_protection`,
      [{ pattern: 'main' }],
    );
  });
  afterAll(() => world?.stop());

  const merge = (branch = 'done') => ({
    operation: 'lakefs:merge',
    resourceId: world.ids.get(`${OWN_REPO}/${branch}`)!,
    input: {},
  });
  const post = (person: Person, path: string, body: object) =>
    world.call(person, 'post', `/v1/${path}`, body);
  const ask = (person: Person, branch?: string) =>
    post(person, 'approvals', { request: merge(branch), comment: 'Prices.' });
  const approve = (person: Person, id: string) =>
    post(person, `approvals/${id}/decision`, { decision: 'approve' });
  const ended = (id: string) =>
    world.call('owner', 'get', `/v1/operations/${id}?wait=20`);
  const stateOf = async (id: string) =>
    (await world.call('admin', 'get', `/v1/approvals/${id}`)).body.state;

  it('is seen by whom it concerns, decided by an owner who did not ask, and taken back by who asked', async () => {
    const { id } = (await ask('admin')).body;
    const statuses = async (
      persons: readonly Person[],
      call: (person: Person) => ReturnType<typeof post>,
    ) => {
      const answers: Record<string, number> = {};
      for (const person of persons) {
        answers[person] = (await call(person)).status;
      }
      return answers;
    };
    const closed = { stranger: 403, guest: 401, service: 403 };
    const seen = { ...closed, owner: 200, other: 404, viewer: 200, admin: 200 };
    const at = `approvals/${id}`;
    expect(
      await statuses(PERSONS, each => world.call(each, 'get', `/v1/${at}`)),
    ).toEqual(seen);
    expect(
      await statuses(PERSONS, each =>
        post(each, `${at}/comments`, { text: 'Why?' }),
      ),
    ).toEqual(seen);
    const notAdmin = PERSONS.filter(person => person !== 'admin');
    const notOwner = PERSONS.filter(person => person !== 'owner');
    expect(
      await statuses(notAdmin, each => post(each, `${at}/withdraw`, {})),
    ).toEqual({ ...closed, owner: 409, other: 404, viewer: 409 });
    expect(await statuses(notOwner, each => approve(each, id))).toEqual({
      ...{ ...closed, other: 404, viewer: 403, admin: 403 },
    });
    expect((await approve('owner', id)).body.state).toBe('approved');
    expect((await post('admin', `${at}/withdraw`, {})).body.state).toBe(
      'withdrawn',
    );
  });

  it('is asked for, given by an owner, used once, and lost with a new commit', async () => {
    const refused = await post('admin', 'operations', merge());
    expect([refused.status, refused.body.error.findings]).toEqual([
      422,
      expect.arrayContaining([
        expect.objectContaining({ code: 'ApprovalNeeded' }),
      ]),
    ]);
    const statuses = ['other', 'viewer'] as const;
    for (const person of statuses) {
      expect((await ask(person)).status).not.toBe(200);
    }
    const first = await ask('admin');
    expect(first.body).toMatchObject({
      ...{ state: 'open', approverRefs: ['group:default/owners'] },
      domainRef: 'domain:default/sales',
    });
    const { id } = first.body;
    expect((await approve('other', id)).status).toBe(404);
    expect((await approve('admin', id)).status).toBe(403);
    expect((await approve('owner', id)).body.state).toBe('approved');

    await world.lake.put(OWN_REPO, 'done', 'tables/prices/2.csv', 'id\n2\n');
    await world.lake.commit(OWN_REPO, 'done');
    const plan = await post('admin', 'operations/plan', merge());
    expect(plan.body.approval).toMatchObject({ state: 'stale' });
    expect((await post('admin', 'operations', merge())).status).toBe(422);

    const second = (await ask('admin')).body;
    expect([second.id === id, await stateOf(id)]).toEqual([false, 'stale']);
    await approve('owner', second.id);
    const started = await post('owner', 'operations', merge());
    expect(started.status).toBe(202);
    const done = await ended(started.body.id);
    expect([done.body.error, done.body.state]).toEqual([undefined, 'done']);
    await world.until(async () => (await stateOf(second.id)) === 'done');
    const again = await post('owner', 'operations/plan', merge());
    expect(again.body.approval.state).toBe('needed');
  });

  it('outlives a check that refuses the merge, and is used by the one that passes', async () => {
    let verdict = 500;
    const gate = createServer((_req, res) => {
      res.writeHead(verdict).end('contract of prices is broken');
    });
    await new Promise<void>(go => gate.listen(0, '127.0.0.1', go));
    const { port } = gate.address() as AddressInfo;
    const action = JSON.stringify({
      name: 'gate',
      on: { 'pre-merge': { branches: ['main'] } },
      hooks: [
        {
          id: 'contract',
          type: 'webhook',
          properties: { url: `http://127.0.0.1:${port}/` },
        },
      ],
    });
    await world.lake.put(
      OWN_REPO,
      'spare',
      '_lakefs_actions/gate.yaml',
      action,
    );
    await world.lake.commit(OWN_REPO, 'spare');
    const { id } = (await ask('admin', 'spare')).body;
    expect((await approve('owner', id)).body.state).toBe('approved');

    const refused = await post('admin', 'operations', merge('spare'));
    const first = (await ended(refused.body.id)).body;
    expect([first.state, first.error]).toEqual([
      'failed',
      expect.stringContaining('contract'),
    ]);
    const approvalNow = async () =>
      (await post('admin', 'operations/plan', merge('spare'))).body.approval;
    await world.until(async () => (await approvalNow()).state === 'approved');

    verdict = 200;
    const passed = await post('admin', 'operations', merge('spare'));
    expect((await ended(passed.body.id)).body.state).toBe('done');
    await world.until(async () => (await stateOf(id)) === 'done');
    gate.closeAllConnections();
    await new Promise(closed => gate.close(closed));
  });
});
