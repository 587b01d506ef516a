import { spec } from '@millrace/backstage-plugin-data-platform-common/openapi';
import { answerProblems } from './__testUtils__/contract';
import {
  FOREIGN_REPO,
  LakefsWorld,
  OWN_REPO,
  WEBHOOK_SECRET,
} from './__testUtils__/LakefsWorld';
import { Person, PERSONS } from './__testUtils__/persons';
import { servedByLakefs } from './__testUtils__/servedByLakefs';
import {
  operationBody,
  OPERATIONS,
  OTHER_OPERATIONS,
  OTHERS,
  RouteSample,
  ROUTES,
} from './__testUtils__/routes';

/** Nobody without a name, no service, and no person who may see nothing gets anything. */
const CLOSED = { stranger: 403, guest: 401, service: 403 };
const FILTERED = { ...CLOSED, owner: 200, other: 200, viewer: 200, admin: 200 };
const OWN = { ...FILTERED, other: 404 };
const FOREIGN = { ...FILTERED, owner: 404 };
const OPERATED = { ...OWN, viewer: 403 };

// A sandbox, two plugins and several hundred requests, on a busy machine.
jest.setTimeout(120_000);

describe('who may see and do what on lakeFS', () => {
  let world: LakefsWorld;

  beforeAll(async () => {
    world = await LakefsWorld.start();
    for (const repo of [OWN_REPO, FOREIGN_REPO]) await world.check(repo);
  });
  afterAll(() => world?.stop());

  const statuses = async (ask: (person: Person) => Promise<number>) =>
    Object.fromEntries(
      await Promise.all(
        PERSONS.map(async person => [person, await ask(person)] as const),
      ),
    );
  const samples = Object.entries(ROUTES).flatMap(([path, all]) =>
    all.map((sample, n) => [`${path} ${n}`, path, sample] as const),
  );

  it('is said for every route and operation that there is, documented or not, and for no other', async () => {
    const served = await servedByLakefs();
    const documented = Object.entries(spec.paths)
      .filter(([path]) => path.startsWith('/v1/lakefs/'))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map(method => `${method} ${path}`),
      );
    expect(served.routes.sort()).toEqual(documented.sort());
    expect(
      [...Object.keys(ROUTES).map(path => `get ${path}`), ...OTHERS].sort(),
    ).toEqual(documented);
    expect([...Object.keys(OPERATIONS), ...OTHER_OPERATIONS].sort()).toEqual(
      served.operations.sort(),
    );
  });

  it.each(samples)('%s', async (_name, path, sample: RouteSample) => {
    const problems: string[] = [];
    const ask = async (repo: string) => {
      const texts = new Map<Person, string>();
      const told = await statuses(async person => {
        const at = sample.url(repo, world);
        const { status, text, body } = await world.call(person, 'get', at);
        // How far back it was looked depends on the moment.
        texts.set(person, text.replace(/"since":\d+/, ''));
        if (status === 200) {
          const wrong = answerProblems(path, 200, body);
          problems.push(...wrong.map(each => `${at}: ${each}`));
        }
        return status;
      });
      return { told, texts };
    };
    const own = await ask(OWN_REPO);
    const foreign = await ask(FOREIGN_REPO);
    expect(own.told).toEqual(sample.filtered ? FILTERED : OWN);
    expect(foreign.told).toEqual(sample.filtered ? FILTERED : FOREIGN);
    for (const { texts } of [own, foreign]) {
      expect(texts.get('owner')).not.toContain('canary-foreign');
      expect(texts.get('other')).not.toContain('canary-own');
      expect(texts.get('stranger')).not.toContain('canary');
    }
    expect(problems).toEqual([]);
    // A repository that is hidden is answered as one that there is not, to the letter.
    const none = await ask('nothing-there');
    expect(foreign.texts.get('owner')).toBe(none.texts.get('owner'));
    expect(own.texts.get('other')).toBe(none.texts.get('other'));
  });

  it('counts nothing that is hidden', async () => {
    const page = async (person: Person) =>
      (await world.call(person, 'get', '/v1/lakefs/branches')).body;
    const [owner, all] = [await page('owner'), await page('admin')];
    expect([owner.total, all.total]).toEqual([4, 8]);
    const sum = (counts: Record<string, number>) =>
      Object.values(counts).reduce((total, n) => total + n, 0);
    expect([sum(owner.counts), sum(owner.reasons)]).toEqual([4, 4]);
  });

  it.each(Object.keys(OPERATIONS))('plans %s', async operation => {
    const plan = (person: Person, repo: string) =>
      world.call(
        person,
        'post',
        '/v1/operations/plan',
        operationBody(operation, repo, world),
      );
    const errors: unknown[] = [];
    const told = await statuses(async person => {
      const { status, body } = await plan(person, OWN_REPO);
      const findings: { level: string }[] = body.findings ?? [];
      errors.push(...findings.filter(({ level }) => level === 'error'));
      return status;
    });
    expect(told).toEqual(OPERATED);
    // Nothing but who asks stands against it: else a refusal would prove nothing.
    expect(errors).toEqual([]);
    const hidden = await plan('other', OWN_REPO);
    const none = await plan('other', 'nothing-there');
    expect([hidden.status, hidden.text]).toEqual([none.status, none.text]);
  });

  it.each(Object.keys(OPERATIONS))(
    'lets nobody start %s who may not plan it',
    async operation => {
      const body = operationBody(operation, OWN_REPO, world);
      for (const person of PERSONS.filter(each => OPERATED[each] !== 200)) {
        const { status } = await world.call(
          person,
          'post',
          '/v1/operations',
          body,
        );
        expect([person, status]).toEqual([person, OPERATED[person]]);
      }
    },
  );

  it('tells a claim of a commit from what the portal has done', async () => {
    const { body } = await world.call(
      'owner',
      'get',
      `/v1/lakefs/repositories/lake/${OWN_REPO}/commits?ref=clash`,
    );
    const [claimed, ...others] = body.items;
    expect(claimed).toMatchObject({
      origin: 'claimed',
      user: 'user:default/mallory',
    });
    expect(claimed).not.toHaveProperty('link');
    expect(others.map(({ origin }: { origin: string }) => origin)).toEqual(
      others.map(() => 'outside'),
    );
  });

  it('shows a key of the server in no answer and in no line of the log', async () => {
    const { accessKeyId, secretAccessKey } = world.lake.config;
    const secrets = [
      ...[accessKeyId, secretAccessKey, WEBHOOK_SECRET],
      Buffer.from(`${accessKeyId}:${secretAccessKey}`).toString('base64'),
    ];
    const texts = [...world.logs];
    for (const [, , sample] of samples) {
      for (const repo of [OWN_REPO, 'nothing-there']) {
        const at = sample.url(repo, world);
        texts.push((await world.call('admin', 'get', at)).text);
      }
    }
    for (const at of [
      '/v1/sources',
      '/v1/resources?limit=500',
      '/v1/summary',
    ]) {
      texts.push((await world.call('admin', 'get', at)).text);
    }
    for (const operation of Object.keys(OPERATIONS)) {
      const body = operationBody(operation, OWN_REPO, world);
      const plan = ['admin', 'post', '/v1/operations/plan', body] as const;
      texts.push((await world.call(...plan)).text);
    }
    expect(texts.length).toBeGreaterThan(40);
    const all = texts.join('\n');
    expect(secrets.filter(secret => all.includes(secret))).toEqual([]);
  });
});
