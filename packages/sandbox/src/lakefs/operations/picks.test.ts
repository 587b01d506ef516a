import { TestLake } from '../testing/TestLake';

describe('revert and cherry-pick', () => {
  let lake: TestLake;

  beforeEach(async () => {
    lake = await new TestLake().start();
  });
  afterEach(() => lake.stop());

  const pick = (branch: string, body: object) =>
    lake.of('POST', `/branches/${branch}/cherry-pick`, body);
  const revert = (body: object) =>
    lake.of('POST', '/branches/main/revert', body);

  it('refuse what conflicts with later changes', async () => {
    const first = await lake.write('main', { 'a.txt': '2' }, 'two');
    await lake.write('main', { 'a.txt': '3' }, 'three');
    expect(await revert({ ref: first, parent_number: 0 })).toEqual({
      status: 409,
      body: { message: 'update branch: conflict found' },
    });
    await lake.branch('old', 'main~2');
    await lake.write('old', { 'a.txt': 'x' }, 'x');
    expect(await pick('old', { ref: first })).toEqual({
      status: 409,
      body: { message: 'update branch: conflict found' },
    });
  });

  it('take message and metadata of their own', async () => {
    const id = await lake.write('main', { b: 'b' }, 'b');
    const overrides = { message: 'undone', metadata: { why: 'wrong' } };
    await revert({ ref: id, parent_number: 0, commit_overrides: overrides });
    const { body } = await lake.of('GET', '/commits/main');
    expect(body).toMatchObject({
      message: 'undone',
      metadata: { why: 'wrong' },
    });
    await lake.branch('old', 'main~2');
    const picked = await pick('old', { ref: id, commit_overrides: overrides });
    expect(picked.body).toMatchObject({
      message: 'undone',
      metadata: { why: 'wrong', 'cherry-pick-origin': id },
    });
  });

  it('ask for the parent of a merge, and take one', async () => {
    await lake.branch('dev');
    await lake.write('dev', { d: 'd' }, 'd');
    await lake.branch('other');
    const { body } = await lake.of('POST', '/refs/dev/merge/main', {});
    const ref = body.reference;
    expect((await pick('other', { ref })).status).toBe(400);
    expect((await pick('other', { ref, parent_number: 3 })).status).toBe(400);
    expect((await pick('other', { ref, parent_number: 1 })).status).toBe(201);
    expect((await revert({ ref, parent_number: 0 })).status).toBe(409);
    expect((await revert({ ref, parent_number: 1 })).status).toBe(204);
  });

  it('can revert the first commit of all only into nothing', async () => {
    const { body } = await lake.of('GET', '/refs/main/commits?amount=100');
    const { id } = body.results.at(-1);
    expect(await revert({ ref: id, parent_number: 0 })).toEqual({
      status: 400,
      body: { message: 'update branch: no changes' },
    });
  });
});
