import { DefaultDataPlatformApi } from './DefaultDataPlatformApi';
import { DataPlatformApi } from './DataPlatformApi';

const REQUEST = { operation: 'lakefs:merge', resourceId: 'b', input: {} };

async function sent(act: (api: DataPlatformApi) => Promise<unknown>) {
  const requests: Request[] = [];
  const api = new DefaultDataPlatformApi({
    discoveryApi: { getBaseUrl: async () => 'http://portal.test/api' },
    fetchApi: {
      fetch: async (input, init) => {
        requests.push(new Request(input, init));
        return new Response('{"id":"apr-1"}', {
          headers: { 'Content-Type': 'application/json' },
        });
      },
    },
    identityApi: {
      getBackstageIdentity: async () => ({
        type: 'user',
        userEntityRef: 'user:default/ada',
        ownershipEntityRefs: [],
      }),
      getProfileInfo: async () => ({}),
      getCredentials: async () => ({}),
      signOut: async () => undefined,
    },
  });
  const answer = await act(api);
  const [request] = requests;
  const text = await request.text();
  return {
    answer,
    asked: `${request.method} ${request.url.slice(
      'http://portal.test/api'.length,
    )}`,
    body: text ? JSON.parse(text) : undefined,
  };
}

it.each([
  [
    'asks for leave, with words',
    (api: DataPlatformApi) => api.requestApproval(REQUEST, { comment: 'why' }),
    'POST /v1/approvals',
    { request: REQUEST, comment: 'why' },
  ],
  [
    'asks for leave without a word',
    (api: DataPlatformApi) => api.requestApproval(REQUEST),
    'POST /v1/approvals',
    { request: REQUEST },
  ],
  [
    'says something',
    (api: DataPlatformApi) => api.commentApproval('a/1', 'text'),
    'POST /v1/approvals/a%2F1/comments',
    { text: 'text' },
  ],
  [
    'decides',
    (api: DataPlatformApi) =>
      api.decideApproval('a', { decision: 'reject', comment: 'no' }),
    'POST /v1/approvals/a/decision',
    { decision: 'reject', comment: 'no' },
  ],
  [
    'decides without a word',
    (api: DataPlatformApi) =>
      api.decideApproval('a', { decision: 'approve', comment: '' }),
    'POST /v1/approvals/a/decision',
    { decision: 'approve' },
  ],
  [
    'takes it back',
    (api: DataPlatformApi) => api.withdrawApproval('a'),
    'POST /v1/approvals/a/withdraw',
    undefined,
  ],
])('%s', async (_what, act, asked, body) => {
  expect(await sent(act)).toEqual({ answer: { id: 'apr-1' }, asked, body });
});

it('reads a page of requests and one of them', async () => {
  const page = await sent(api =>
    api.read<'approvals'>({
      name: 'approvals',
      query: { role: 'toReview', state: 'open', limit: 1 },
    }),
  );
  expect(page.asked).toBe('GET /v1/approvals?role=toReview&state=open&limit=1');
  const one = await sent(api =>
    api.read<'approval'>({ name: 'approval', query: { id: 'a b' } }),
  );
  expect(one.asked).toBe('GET /v1/approvals/a%20b');
});
