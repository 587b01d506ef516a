import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  Operation,
  OperationRequest,
  Plan,
} from '@millrace/backstage-plugin-data-platform-common';
import { operation } from '../http/__testUtils__/fakes';
import { ADA, ROOT } from '../http/__testUtils__/people';
import { OperationRefusedError } from '../operations/OperationRefusedError';
import { JOB, startTools } from './__testUtils__/startTools';
import { planHash } from './planHash';

const ASKED = { operation: 'spark-job:run', entityRef: JOB };

/** A plan that makes one run, of this name and image. */
function plan(name: string, image = 'etl:1'): Plan {
  return {
    operation: 'spark-job:run',
    title: 'Run orders-daily',
    ok: true,
    findings: [],
    entityRef: JOB,
    steps: [
      {
        id: 'run',
        verb: 'create',
        title: `Create SparkApplication sales/${name} on cluster eu-1`,
        source: 'eu-1',
        identity: 'user',
        dryRun: 'passed',
        object: { metadata: { name }, spec: { image } },
        manifest: `metadata:\n  name: ${name}\nspec:\n  image: ${image}\n`,
      },
    ],
  };
}

describe('planHash', () => {
  const request: OperationRequest = { ...ASKED, input: { arguments: ['a'] } };

  it('is the same for a run that is only named after another time', () => {
    expect(planHash(request, plan('orders-0901'))).toBe(
      planHash(request, plan('orders-0902')),
    );
  });

  it('is another for another object, finding, input or target', () => {
    const hashes = [
      planHash(request, plan('orders-1')),
      planHash(request, plan('orders-1', 'etl:2')),
      planHash(request, {
        ...plan('orders-1'),
        findings: [{ level: 'warning', message: 'The quota is nearly full.' }],
      }),
      planHash({ ...request, input: {} }, plan('orders-1')),
      planHash({ ...request, entityRef: 'component:x/y' }, plan('orders-1')),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('holds a name that the request gives', () => {
    const named = { ...ASKED, input: { name: 'orders-1' } };
    expect(planHash(named, plan('orders-1'))).not.toBe(
      planHash(named, plan('orders-2')),
    );
  });
});

describe('tools that operate', () => {
  let portal: Awaited<ReturnType<typeof startTools>>;
  const call = (...args: Parameters<typeof portal.call>) =>
    portal.call(...args);

  beforeAll(async () => {
    portal = await startTools();
  });
  afterAll(() => portal.stop());

  beforeEach(() => {
    jest.clearAllMocks();
    let n = 0;
    portal.operations.plan.mockImplementation(async () => {
      n += 1;
      return plan(`orders-${n}`);
    });
    portal.operations.start.mockImplementation(
      async (_request, _caller, _signal, expect): Promise<Operation> => {
        n += 1;
        expect?.(plan(`orders-${n}`));
        return operation();
      },
    );
  });

  const apply = (planned: { planHash: string }, over: object = {}) =>
    call('apply-plan', {
      ...ASKED,
      planHash: planned.planHash,
      idempotencyKey: 'chosen-by-me',
      ...over,
    });

  it('plan as the person, through the service that buttons use', async () => {
    const planned = await call('plan-operation', {
      ...ASKED,
      input: { arguments: ['2026-01-01'] },
    });
    expect(planned).toMatchObject({
      title: 'Run orders-daily',
      ok: true,
      planHash: expect.stringMatching(/^[\w-]{32}$/),
      steps: [
        { verb: 'create', cluster: 'eu-1', as: 'user', dryRun: 'passed' },
      ],
    });
    expect(portal.operations.plan).toHaveBeenCalledWith(
      { ...ASKED, input: { arguments: ['2026-01-01'] } },
      expect.objectContaining({
        actor: expect.objectContaining({
          userRef: ADA,
          groups: ['group:default/sales-team'],
        }),
      }),
      expect.any(AbortSignal),
    );
    expect(portal.operations.start).not.toHaveBeenCalled();
  });

  it('apply what was planned, with the key of the caller', async () => {
    const planned = await call('plan-operation', ASKED);
    expect(await apply(planned)).toMatchObject({
      id: 'op-1',
      state: 'accepted',
    });
    expect(portal.operations.start.mock.calls[0][0]).toEqual({
      ...ASKED,
      idempotencyKey: 'tool:chosen-by-me',
    });
  });

  it('refuse a plan that is another by now', async () => {
    const planned = await call('plan-operation', ASKED);
    portal.operations.start.mockImplementation(async (_r, _c, _s, expect) => {
      expect?.(plan('orders-9', 'etl:2'));
      return operation();
    });
    await expect(apply(planned)).rejects.toThrow(
      'the plan is another now than the one that was agreed to',
    );
    await expect(
      apply(planned, { input: { arguments: ['b'] } }),
    ).rejects.toThrow(ConflictError);
  });

  it('pass on in words what the service refuses', async () => {
    const refused = new NotAllowedError(`${ADA} may not run ${JOB}.`);
    portal.operations.plan.mockRejectedValueOnce(refused);
    await expect(call('plan-operation', ASKED)).rejects.toThrow(refused);
  });

  it.each([
    [
      new OperationRefusedError('Run orders', [
        { level: 'warning', message: 'Never mind.' },
        {
          level: 'error',
          field: 'arguments',
          message: 'A secret in clear text.',
          remedy: 'Refer to it.',
        },
        { level: 'error', message: 'The quota is used up.' },
      ]),
      InputError,
      'The plan is refused.\narguments: A secret in clear text. Refer to it.\nThe quota is used up.',
    ],
    [
      Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' }),
      ServiceUnavailableError,
      "The portal's database does not answer.",
    ],
    [
      Object.assign(new Error('late'), { name: 'TimeoutError' }),
      ServiceUnavailableError,
      'There was no answer within 30 s.',
    ],
    [new TypeError('a bug'), TypeError, 'a bug'],
  ])(
    'tell in an error that the registry passes on: %s',
    async (error, type, words) => {
      portal.operations.plan.mockRejectedValue(error);
      await expect(call('plan-operation', ASKED)).rejects.toThrow(type);
      await expect(call('plan-operation', ASKED)).rejects.toThrow(words);
    },
  );

  it.each([
    [{ planHash: 'short' }],
    [{ idempotencyKey: 'x' }],
    [{ operation: '' }],
    [{ force: true }],
  ])('refuse %j', async over => {
    await expect(apply({ planHash: 'x'.repeat(32) }, over)).rejects.toThrow(
      'Invalid input',
    );
    expect(portal.operations.start).not.toHaveBeenCalled();
  });

  it('refuse an input that is far too long', async () => {
    const input = { text: 'x'.repeat(70_000) };
    await expect(call('plan-operation', { ...ASKED, input })).rejects.toThrow(
      'input: it is longer than 64 KiB.',
    );
  });

  it('tell how an operation goes to who started it, and to who may read all', async () => {
    const id = 'op-1';
    expect(await call('get-operation', { id })).toMatchObject({ actor: ADA });
    const others = operation({ actor: 'user:default/bob' });
    portal.operations.get.mockResolvedValueOnce(others);
    await expect(call('get-operation', { id })).rejects.toThrow(
      'There is no such operation.',
    );
    portal.operations.get.mockResolvedValue(others);
    const root = mockCredentials.user(ROOT);
    expect(
      await call('get-operation', { id, waitSeconds: 1 }, root),
    ).toMatchObject({ actor: 'user:default/bob', findings: [] });
  });
});
