import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthenticationError, ConflictError } from '@backstage/errors';
import request from 'supertest';
import { record, reviewer, SALES } from '../approvals/__testUtils__/records';
import { toApproval } from '../approvals/toApproval';
import { ADA, MALLORY } from './__testUtils__/people';
import { startPortal } from './__testUtils__/startPortal';

const ada = mockCredentials.user.header(ADA);

describe('approvals over HTTP', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  const approval = toApproval(record(), [], reviewer('ada', [SALES]));

  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  const send = (
    method: 'get' | 'post',
    path: string,
    body?: object,
    authorization = ada,
  ) =>
    request(portal.server)
      [method](`/api/data-platform/v1/approvals${path}`)
      .set('Authorization', authorization)
      .send(body);

  it('hands on who asks for what', async () => {
    portal.approvals.request.mockResolvedValueOnce(approval);
    const asked = { operation: 'lakefs:merge', resourceId: 'r', input: {} };
    const answer = await send('post', '', { request: asked, comment: 'Go?' });
    expect([answer.status, answer.body]).toEqual([200, approval]);
    expect(portal.approvals.request).toHaveBeenCalledWith(
      asked,
      'Go?',
      {
        caller: expect.objectContaining({
          actor: expect.objectContaining({ userRef: ADA }),
        }),
        reviewer: expect.objectContaining({ userRef: ADA }),
      },
      expect.any(AbortSignal),
    );
  });

  it('decides, comments, withdraws, reads', async () => {
    const { approvals } = portal;
    for (const mock of [approvals.decide, approvals.get]) {
      mock.mockResolvedValueOnce(approval);
    }
    approvals.comment.mockResolvedValueOnce(approval);
    approvals.withdraw.mockResolvedValueOnce(approval);
    const statuses = [
      await send('post', '/a-1/decision', { decision: 'approve' }),
      await send('post', '/a-1/comments', { text: 'Why?' }),
      await send('post', '/a-1/withdraw'),
      await send('get', '/a-1'),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200, 200]);
    const who = expect.objectContaining({ userRef: ADA });
    expect(approvals.comment).toHaveBeenCalledWith('a-1', 'Why?', who);
    expect(approvals.decide).toHaveBeenCalledWith(
      ...['a-1', { decision: 'approve' }, who, expect.any(AbortSignal)],
    );
  });

  it('reads the query', async () => {
    await send('get', '?role=toReview&state=open&limit=5&offset=10');
    await send('get', '?entityRef=Resource:sales-lake');
    expect(portal.approvals.list.mock.calls.map(([query]) => query)).toEqual([
      { role: 'toReview', state: 'open', limit: 5, offset: 10 },
      {
        ...{ role: 'all', limit: 25, offset: 0 },
        entityRef: 'resource:default/sales-lake',
      },
    ]);
  });

  it.each([
    ['get', '?role=mine', undefined, 400],
    ['get', '?limit=1000', undefined, 400],
    ['post', '', {}, 400],
    ['post', '', { request: { input: {} } }, 400],
    ['post', '/a-1/comments', { text: '' }, 400],
    ['post', '/a-1/comments', { text: 'x'.repeat(100_000) }, 400],
    ['post', '/a-1/comments', { text: 'x'.repeat(2_000_000) }, 413],
    ['post', '/a-1/decision', { decision: 'maybe' }, 400],
  ] as const)('refuses %s %s', async (method, path, body, status) => {
    const answer = await send(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toEqual(expect.any(String));
  });

  it('answers 409 to the second reviewer, in words', async () => {
    portal.approvals.decide.mockRejectedValueOnce(
      new ConflictError('The request is approved by olga at noon.'),
    );
    const answer = await send('post', '/a-1/decision', { decision: 'reject' });
    expect([answer.status, answer.body.error.message]).toEqual([
      409,
      'The request is approved by olga at noon.',
    ]);
  });

  it('answers nobody without a session, and nobody who may see nothing', async () => {
    const stale = mockCredentials.user.invalidHeader();
    const expired = await send(
      'post',
      '/a-1/decision',
      { decision: 'approve' },
      stale,
    );
    expect([expired.status, expired.body.error.name]).toEqual([
      401,
      AuthenticationError.name,
    ]);
    const mallory = mockCredentials.user.header(MALLORY);
    expect((await send('get', '', undefined, mallory)).status).toBe(403);
    expect(portal.approvals.decide).not.toHaveBeenCalledWith(
      ...['a-1', { decision: 'approve' }, undefined, expect.anything()],
    );
  });
});
