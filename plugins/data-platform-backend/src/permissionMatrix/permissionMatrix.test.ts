import {
  Operation,
  Plan,
} from '@millrace/backstage-plugin-data-platform-common';
import { spec } from '@millrace/backstage-plugin-data-platform-common/openapi';
import { operationDefinitions } from '../operations/operationDefinitions';
import { builtInIntegrations } from '../integrations/builtInIntegrations';
import { EXPECTED } from './__testUtils__/expectations';
import { OPERATIONS } from './__testUtils__/operations';
import { Person, PERSONS } from './__testUtils__/Persons';
import { OPERATION_ROUTES, ROUTES } from './__testUtils__/routes';
import { startWorld, World } from './__testUtils__/World';

/** What only `other` owns: no answer to `owner` may hold any of it. */
const FOREIGN = /canary-foreign|shipments|logistics-team|logistics/;

// A sandbox with its controllers, and several hundred requests, on a busy machine.
jest.setTimeout(120_000);

describe('who may do what', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  /** The status that each person is answered. */
  const statuses = async (call: (person: Person) => Promise<number>) =>
    Object.fromEntries(
      await Promise.all(
        PERSONS.map(async person => [person, await call(person)] as const),
      ),
    );

  it('is said for every route of the OpenAPI document, and for no other', () => {
    const documented = Object.entries(spec.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        // What systems bring is asked where they are installed.
        .filter(([, operation]) => !('tags' in operation))
        .map(([method]) => `${method} ${path}`),
    );
    expect([...Object.keys(ROUTES), ...OPERATION_ROUTES].sort()).toEqual(
      documented.sort(),
    );
  });

  it('is said for every operation of the registry, and for no other', () => {
    const registered = operationDefinitions(builtInIntegrations);
    expect(Object.keys(OPERATIONS).sort()).toEqual(
      registered.map(({ id }) => id).sort(),
    );
  });

  describe.each(Object.entries(ROUTES))('%s', (route, samples) => {
    const [method] = route.split(' ');

    it.each(samples.map(sample => [sample.expect, sample] as const))(
      'is "%s"',
      async (expectation, { url, endless, body }) => {
        const at = url(world);
        const answers = new Map<Person, string>();
        const told = await statuses(async person => {
          if (endless) return world.open(person, at);
          const sent = body?.(world);
          const { status, text } = await world.call(person, method, at, sent);
          answers.set(person, text);
          return status;
        });
        expect({ at, ...told }).toEqual({ at, ...EXPECTED[expectation] });
        // What was asked for by name may be named in the refusal.
        const asked = /default\/[\w-]+/.exec(at)?.[0] ?? '';
        const toOwner = answers.get('owner') ?? '';
        expect(toOwner.replaceAll(asked, '')).not.toMatch(FOREIGN);
        expect(answers.get('stranger') ?? '').not.toMatch(/canary/);
      },
    );
  });

  describe.each(Object.entries(OPERATIONS))('%s', (operation, sample) => {
    const body = () => ({ operation, ...sample.request(world) });

    it(`is "${sample.expect}"`, async () => {
      const plans = new Map<Person, Plan>();
      const told = await statuses(async person => {
        const plan = await world.call(
          person,
          'post',
          '/v1/operations/plan',
          body(),
        );
        plans.set(person, plan.body);
        return plan.status;
      });
      expect(told).toEqual(EXPECTED[sample.expect]);
      // Nothing but who asks stands against it: else a refusal would prove nothing.
      const allowed = PERSONS.find(person => told[person] === 200)!;
      const errors = plans
        .get(allowed)!
        .findings.filter(({ level }) => level === 'error')
        .map(({ message }) => message);
      expect(errors).toEqual(sample.refusedNow ? [sample.refusedNow] : []);
    });

    it('is started by none who may not plan it', async () => {
      const refused = PERSONS.filter(
        person => EXPECTED[sample.expect][person] !== 200,
      );
      for (const person of refused) {
        const answer = await world.call(
          person,
          'post',
          '/v1/operations',
          body(),
        );
        expect([person, answer.status]).toEqual([
          person,
          EXPECTED[sample.expect][person],
        ]);
        expect(answer.text).not.toContain(
          person === 'other' ? 'canary-own' : 'canary-foreign',
        );
      }
      const { body: done } = await world.call('admin', 'get', '/v1/operations');
      expect(done.items.map((each: Operation) => each.actor)).toEqual(
        world.made.map(() => 'user:default/owner'),
      );
    });
  });
});
