import { LakeAnswer, TestLake } from '../testing/TestLake';

const CALLS = 20;

/** Statuses with how often they came. */
function statuses(answers: readonly LakeAnswer[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { status } of answers) found[status] = (found[status] ?? 0) + 1;
  return found;
}

describe('at the same time', () => {
  let lake: TestLake;

  beforeEach(async () => {
    lake = await new TestLake().start();
  });
  afterEach(() => lake.stop());

  const all = (make: (at: number) => Promise<LakeAnswer>) =>
    Promise.all(Array.from({ length: CALLS }, (_, at) => make(at)));
  const commit = (at: number) =>
    lake.of('POST', '/branches/main/commits', { message: `${at}` });

  it('one commit wins and takes what everybody staged', async () => {
    await lake.put('main', { b: 'b' });
    const answers = await all(commit);
    const { 201: won, ...others } = statuses(answers);
    expect(won).toBe(1);
    expect(
      Object.keys(others).every(status => ['400', '500'].includes(status)),
    ).toBe(true);
    expect(
      answers
        .filter(({ status }) => status === 500)
        .every(({ body }) => body.message === 'predicate failed'),
    ).toBe(true);
    expect((await lake.of('GET', '/branches/main/diff')).body.results).toEqual(
      [],
    );
  });

  it('nothing that is written is lost', async () => {
    await all(async at => {
      await lake.put('main', { [`n${at}`]: 'n' });
      return commit(at);
    });
    await commit(CALLS);
    const { body } = await lake.of('GET', '/refs/main@/objects/ls?prefix=n');
    expect(body.results).toHaveLength(CALLS);
  });

  it('merges go through one after another, the same one once', async () => {
    for (let at = 0; at < CALLS; at++) {
      await lake.branch(`s${at}`);
      await lake.write(`s${at}`, { [`s${at}`]: 's' }, 's');
    }
    const answers = await all(at => lake.of('POST', `/refs/s${at}/merge/main`));
    expect(statuses(answers)).toEqual({ 200: CALLS });
    await lake.branch('twice');
    await lake.write('twice', { t: 't' }, 't');
    const merged = await all(() => lake.of('POST', '/refs/twice/merge/main'));
    expect(statuses(merged)).toEqual({ 200: 1, 400: CALLS - 1 });
  });

  it('a branch, a tag and a repository are made once', async () => {
    const branch = { name: 'same', source: 'main' };
    expect(
      statuses(await all(() => lake.of('POST', '/branches', branch))),
    ).toEqual({
      201: 1,
      409: CALLS - 1,
    });
    const tag = { id: 't', ref: 'main' };
    expect(statuses(await all(() => lake.of('POST', '/tags', tag)))).toEqual({
      201: 1,
      409: CALLS - 1,
    });
  });

  it('a repository that is being deleted is gone for others already', async () => {
    const deleted = lake.call('DELETE', '/repositories/lake');
    let seen = await lake.of('GET', '/branches');
    while (seen.status === 200) seen = await lake.of('GET', '/branches');
    expect([404, 410]).toContain(seen.status);
    expect((await deleted).status).toBe(204);
    expect((await lake.of('GET', '/branches')).status).toBe(404);
  });
});
