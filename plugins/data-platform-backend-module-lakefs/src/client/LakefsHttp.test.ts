import { LakefsClient } from './LakefsClient';
import { LakefsError } from './LakefsError';
import { LakefsHttp } from './LakefsHttp';
import { allOf } from './pages';

const signal = new AbortController().signal;

type Answer = { status: number; body?: unknown; type?: string } | Error;

function clientWith(...answers: Answer[]) {
  const asked: { url: string; init: RequestInit }[] = [];
  const waits: number[] = [];
  const http = new LakefsHttp({
    name: 'lake',
    endpoint: 'http://lake.example.com/api/v1/',
    keyFor: repository => ({
      accessKeyId: repository === 'sales' ? 'SALES' : 'ALL',
      secretAccessKey: 'CANARY-7f3a',
    }),
    random: () => 1,
    wait: async ms => void waits.push(ms),
    fetch: async (url, init) => {
      asked.push({ url: String(url), init: init! });
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      if (answer instanceof Error) throw answer;
      const { status, body, type = 'application/json' } = answer;
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return new Response(status === 204 ? null : text, {
        status,
        headers: { 'content-type': type },
      });
    },
  });
  return { client: new LakefsClient(http), asked, waits };
}

const refused = async (work: Promise<unknown>): Promise<LakefsError> => {
  const error = await work.then(
    () => undefined,
    caught => caught,
  );
  expect(error).toBeInstanceOf(LakefsError);
  return error;
};

describe('LakefsHttp', () => {
  it('asks the API below the endpoint, with the key of the repository and segments encoded', async () => {
    const { client, asked } = clientWith({ status: 200, body: { id: 'x' } });
    await client.commit('sales', 'a b/../c', { signal });
    expect(asked[0].url).toBe(
      'http://lake.example.com/api/v1/repositories/sales/commits/a%20b%2F..%2Fc',
    );
    const headers = asked[0].init.headers as Record<string, string>;
    expect(atob(headers.Authorization.split(' ')[1])).toMatch(/^SALES:/);
    expect(asked[0].init.redirect).toBe('manual');
  });

  it.each([429, 500, 502, 503, 504])(
    'tries a read again on %i, with growing waits, four times in all',
    async status => {
      const { client, asked, waits } = clientWith({
        status,
        body: { message: 'busy' },
      });
      const error = await refused(client.branch('r', 'b', { signal }));
      expect(asked).toHaveLength(4);
      expect(waits).toEqual([400, 800, 1600]);
      expect(error.kind).toBe('unreachable');
    },
  );

  it.each([400, 401, 403, 404, 409, 410, 412, 416, 501])(
    'never tries again on %i',
    async status => {
      const { client, asked } = clientWith({ status, body: { message: 'no' } });
      await refused(client.branch('r', 'b', { signal }));
      expect(asked).toHaveLength(1);
    },
  );

  it('goes on once the server answers', async () => {
    const gone = Object.assign(new Error('fetch failed'), {
      cause: { code: 'ECONNREFUSED' },
    });
    const { client } = clientWith(gone, {
      status: 200,
      body: { id: 'b', commit_id: '1' },
    });
    expect((await client.branch('r', 'b', { signal })).commit_id).toBe('1');
  });

  it('never sends a write twice by itself', async () => {
    const { client, asked } = clientWith({
      status: 500,
      body: { message: 'commit: predicate failed' },
    });
    const error = await refused(
      client.createCommit('r', 'b', { message: 'm', metadata: {} }, { signal }),
    );
    expect(asked).toHaveLength(1);
    expect([error.isRace, error.transient]).toEqual([true, true]);
  });

  it('takes an answer that is no JSON, or a web page, for something else than lakeFS', async () => {
    const page = clientWith({ status: 200, body: '<html>', type: 'text/html' });
    expect((await refused(page.client.config({ signal }))).message).toContain(
      'a web page came in place of data',
    );
    const text = clientWith({ status: 200, body: 'hello' });
    expect((await refused(text.client.config({ signal }))).message).toContain(
      'no JSON',
    );
  });

  it('takes a web page for no proof that something is gone', async () => {
    const page = clientWith({ status: 200, body: '<html>', type: 'text/html' });
    const error = await refused(page.client.branch('r', 'b', { signal }));
    expect([error.isAbsent, error.kind]).toEqual([false, 'unreachable']);
    expect(page.asked).toHaveLength(1);
  });

  it('waits for a server that hangs once, not four times', async () => {
    const asked: string[] = [];
    const http = new LakefsHttp({
      name: 'lake',
      endpoint: 'http://lake.example.com',
      keyFor: () => ({ accessKeyId: 'A', secretAccessKey: 'B' }),
      fetch: (url, init) => {
        asked.push(String(url));
        return new Promise((_, reject) => {
          init!.signal!.addEventListener('abort', () =>
            reject(init!.signal!.reason),
          );
        });
      },
    });
    const error = await refused(
      http.json({ path: ['config'], what: 'answer', signal, deadlineMs: 5 }),
    );
    expect(error.message).toContain('no answer within 0.005 s');
    expect(asked).toHaveLength(1);
  });

  it('stops at once where the caller has gone', async () => {
    const gone = new AbortController();
    gone.abort();
    const { client, asked } = clientWith(new Error('aborted'));
    await expect(
      client.branch('r', 'b', { signal: gone.signal }),
    ).rejects.toThrow('aborted');
    expect(asked).toHaveLength(1);
  });

  it('reads pages to the end, up to the most it may, and never in a circle', async () => {
    const page = (ids: string[], more: boolean, next: string) => ({
      status: 200,
      body: {
        results: ids.map(id => ({ id })),
        pagination: { has_more: more, next_offset: next },
      },
    });
    const three = clientWith(
      page(['a', 'b'], true, 'b'),
      page(['c'], false, ''),
    );
    const all = await allOf(three.client.branches('r', { signal, max: 100 }));
    expect(all.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(three.asked[1].url).toContain('after=b');
    const circle = clientWith(page(['a'], true, 'a'));
    expect(
      await allOf(circle.client.branches('r', { signal, max: 100 })),
    ).toHaveLength(2);
    const bounded = clientWith(
      page(['a', 'b'], true, 'x'),
      page(['c', 'd'], true, 'y'),
    );
    await allOf(bounded.client.branches('r', { signal, max: 3 }));
    expect(bounded.asked[1].url).toContain('amount=1');
  });
});

describe('what an error says', () => {
  const said = async (status: number, message: string) =>
    (
      await refused(
        clientWith({ status, body: { message } }).client.merge(
          'sales',
          'dev',
          'main',
          { message: '', metadata: {} },
          { signal },
        ),
      )
    ).message;

  it.each([
    [
      401,
      'error authenticating request',
      /refuses the portal's key.*nothing that you did/,
    ],
    [
      403,
      'cannot commit to protected branch',
      /the branch is protected\. Change it by a merge/,
    ],
    [404, 'branch not found', /not there any more\. It said: branch not found/],
    [404, 'invalid API endpoint', /this edition or version of lakeFS lacks it/],
    [410, 'No data', /bytes were removed/],
    [412, 'pre-merge hook aborted', /a check said no/],
    [412, 'precondition', /somebody else changed it meanwhile/],
    [400, 'uncommitted changes (dirty branch)', /Commit or discard it first/],
    [400, 'update branch main: no changes', /nothing to do/],
    [500, 'update branch main: predicate failed', /was quicker/],
    [
      500,
      'parsing file _lakefs_actions/x.yaml',
      /action file of the branch is broken/,
    ],
    [501, '', /this edition of lakeFS, or its storage, lacks it/],
  ])('%i %s', async (status, message, expected) => {
    const text = await said(status, message);
    expect(text).toMatch(expected);
    expect(text).toContain('lakeFS server lake');
  });

  it('never holds the key, a JSON schema, a page, or a text without an end', async () => {
    const schema = await said(400, 'name is wrong\nSchema:\n  {"pattern": 1}');
    expect(schema).toContain('name is wrong');
    expect(schema).not.toContain('pattern');
    expect((await said(400, 'x'.repeat(100_000))).length).toBeLessThan(1_000);
    const proxy = clientWith({ status: 502, body: '<h1>secret proxy</h1>' });
    const error = await refused(
      proxy.client.createTag('r', { id: 'v1', ref: 'm' }, { signal }),
    );
    expect(error.message).not.toContain('secret proxy');
    for (const status of [400, 401, 403, 409, 500]) {
      expect(await said(status, 'no')).not.toContain('CANARY');
    }
  });
});
