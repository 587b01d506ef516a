import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { record } from '../approvals/__testUtils__/records';
import { FakeIndex } from '../http/__testUtils__/FakeIndex';
import {
  FakeSources,
  fakeOperations,
  operation,
} from '../http/__testUtils__/fakes';
import { resource } from '../http/__testUtils__/rows';
import { OperationRefusedError } from '../operations/OperationRefusedError';
import { toySystem, ToySource } from './__testUtils__/ToySource';
import { taskHost } from './taskHost';

const ACTOR = 'portal:default/branch-expiry';
const KEY = {
  source: 'toys',
  kind: 'ToyBranch',
  namespace: 'lake',
  name: 'fix',
};
const REQUEST = { operation: 'toys:delete', resourceId: 'r-1' };

describe('taskHost', () => {
  const signal = new AbortController().signal;

  function scene() {
    const index = new FakeIndex();
    const sources = new FakeSources();
    const operations = fakeOperations();
    const send = jest.fn(async () => true);
    const page = jest.fn(async () => ({ items: [] as object[] }));
    const approvals = { list: jest.fn(async () => [record()]) };
    const host = taskHost(toySystem(new ToySource()), {
      ...{ index, sources, operations, approvals },
      runs: { page } as any,
      messenger: { send },
      auth: mockServices.auth(),
    });
    const put = (row: object = {}) =>
      index.put(
        resource({
          ...{ ...KEY, group: 'toys.example', id: 'r-1', nature: 'branch' },
          ...row,
        }),
      );
    const state = (name: string, is: string) =>
      sources.all.push({ name, state: is } as never);
    return { index, operations, send, page, host, put, state };
  }

  it('knows an object only while its source answers and its list is fresh', () => {
    const { host, put, state } = scene();
    put();
    expect(host.fresh(KEY)).toBeUndefined();
    state('toys', 'connected');
    expect(host.fresh(KEY)?.row.id).toBe('r-1');
    expect(host.fresh({ ...KEY, name: 'gone' })).toBeUndefined();
    expect(host.fresh({ ...KEY, kind: 'Secret' })).toBeUndefined();
    put({ stale: { since: '2026-03-02T09:00:00Z', message: 'Not read.' } });
    expect(host.fresh(KEY)).toBeUndefined();
  });

  it('knows nothing of the sources of others', () => {
    const { host, put, state } = scene();
    state('eu-1', 'connected');
    put({ source: 'eu-1' });
    expect(host.fresh({ ...KEY, source: 'eu-1' })).toBeUndefined();
  });

  it('acts in the name of the portal, and tells how it ended', async () => {
    const { host, operations } = scene();
    const done = operation({ state: 'done' });
    operations.get.mockResolvedValueOnce(done);
    expect(await host.operate(REQUEST, ACTOR, signal)).toEqual({
      operation: done,
    });
    expect(operations.start).toHaveBeenCalledWith(
      REQUEST,
      {
        actor: { userRef: ACTOR, groups: [], ownershipRefs: [], portal: true },
        credentials: expect.objectContaining({
          principal: expect.objectContaining({ type: 'service' }),
        }),
      },
      signal,
    );
  });

  it.each([
    [new ConflictError('Ada is at it.'), 'Ada is at it.', 0],
    [
      new OperationRefusedError('Delete', [
        { level: 'error', message: 'It is protected.' },
      ]),
      'Delete was refused: It is protected.',
      1,
    ],
  ])('tells why it was not begun: %s', async (error, refused, count) => {
    const { host, operations } = scene();
    operations.start.mockRejectedValueOnce(error);
    const answer = await host.operate(REQUEST, ACTOR, signal);
    expect(answer).toMatchObject({ refused });
    expect(answer).toHaveProperty('findings.length', count);
  });

  it('takes no operation for done that has not ended', async () => {
    const { host, operations } = scene();
    operations.get.mockResolvedValueOnce(operation({ state: 'running' }));
    expect(await host.operate(REQUEST, ACTOR, signal)).toMatchObject({
      refused: 'It has not ended yet.',
    });
  });

  it('tells what waits for leave, and what is worked on', async () => {
    const { host, page } = scene();
    expect(await host.awaited('toys')).toHaveLength(1);
    expect(await host.awaited('other')).toEqual([]);
    const branch = { source: 'toys', repository: 'lake', branch: 'fix' };
    expect(await host.isWorkedOn(branch)).toBe(false);
    page.mockResolvedValueOnce({ items: [{}] });
    expect(await host.isWorkedOn(branch)).toBe(true);
    expect(page).toHaveBeenLastCalledWith(
      { branch, outcome: 'running', limit: 1 },
      expect.any(Function),
    );
  });

  it('does not take what cannot be read for not worked on', async () => {
    const { host, page } = scene();
    const branch = { source: 'toys', repository: 'lake', branch: 'fix' };
    const problem = 'The database does not answer.';
    page.mockResolvedValueOnce({ items: [], problem } as never);
    await expect(host.isWorkedOn(branch)).rejects.toThrow(problem);
    page.mockResolvedValueOnce({ items: [{}], problem } as never);
    expect(await host.isWorkedOn(branch)).toBe(true);
  });

  it('tells people, if there is somebody to tell', async () => {
    const { host, send } = scene();
    const news = {
      ...{ title: 'T', description: 'D', link: '/x', topic: 'B', scope: 's' },
      severity: 'normal' as const,
    };
    expect(await host.notify({ ...news, to: [] })).toBe(false);
    expect(await host.notify({ ...news, to: ['user:default/ada'] })).toBe(true);
    expect(send.mock.calls).toEqual([
      [
        {
          recipients: { type: 'entity', entityRef: ['user:default/ada'] },
          payload: news,
        },
      ],
    ]);
  });
});
