import { LakefsWorld } from './__testUtils__/LakefsWorld';
import { Person, PERSONS } from './__testUtils__/persons';

const FREE = 'sales-unregistered';

// A sandbox and two plugins, on a busy machine.
jest.setTimeout(60_000);

describe('registering a lakeFS repository', () => {
  let world: LakefsWorld;

  const repositories = (person: Person) =>
    world.call(person, 'get', '/v1/lakefs/repositories');

  beforeAll(async () => {
    world = await LakefsWorld.start();
    await world.lake.repository(FREE, []);
    await world.nudge(FREE);
    await world.until(async () => {
      const { body } = await repositories('admin');
      return body.items.some(
        ({ repository }: { repository: string }) => repository === FREE,
      );
    });
  }, 120_000);
  afterAll(() => world?.stop());

  const body = (input: object) => ({
    operation: 'lakefs:register',
    input: {
      source: 'lake',
      scope: FREE,
      product: 'system:default/sales-product',
      ...input,
    },
  });
  const plan = (person: Person, input: object = {}) =>
    world.call(person, 'post', '/v1/operations/plan', body(input));

  it('is possible for who owns the product, and for nobody who may not see it', async () => {
    const told = Object.fromEntries(
      await Promise.all(
        PERSONS.map(
          async person => [person, (await plan(person)).status] as const,
        ),
      ),
    );
    expect(told).toEqual({
      ...{ owner: 200, other: 404, viewer: 403, admin: 200 },
      ...{ stranger: 403, guest: 401, service: 403 },
    });
    const hidden = await plan('other');
    const none = await plan('other', { scope: 'nothing-there' });
    expect(none.text.replaceAll('nothing-there', FREE)).toBe(hidden.text);
  });

  it.each([
    [
      'a product of another domain',
      { product: 'system:default/stock-product' },
      'belongs to domain:default/sales',
    ],
    [
      'what is registered',
      { scope: 'sales-canary-own', name: 'again' },
      'is registered already, as resource:default/sales-canary-own',
    ],
    [
      'no product',
      { product: 'system:default/none' },
      'There is no data product',
    ],
    ['a bad name', { name: '1-Bad' }, 'lower-case letters'],
  ])('is refused for %s', async (_, input, message) => {
    const { body: refused } = await plan('admin', input);
    expect(refused.ok).toBe(false);
    expect(JSON.stringify(refused.findings)).toContain(message);
  });

  it('joins the repository to its product', async () => {
    const { body: started } = await world.call(
      'owner',
      'post',
      '/v1/operations',
      body({ title: 'Unregistered' }),
    );
    const { body: done } = await world.call(
      'owner',
      'get',
      `/v1/operations/${started.id}?wait=20`,
    );
    expect([done.state, done.error]).toEqual(['done', undefined]);
    await world.until(async () => {
      const { body: page } = await repositories('owner');
      const found = page.items.find(
        ({ repository }: { repository: string }) => repository === FREE,
      );
      return (
        found?.resource.entityRef === `resource:default/${FREE}` &&
        found.resource.productRef === 'system:default/sales-product'
      );
    });
  });
});
