import { LakefsClient } from '../client/LakefsClient';
import { LakefsHttp } from '../client/LakefsHttp';
import { Lake } from '../__testUtils__/Lake';
import { readConflicts } from './readConflicts';

const REPO = 'sales-lake';

describe('readConflicts', () => {
  let lake: Lake;
  let client: LakefsClient;
  const { signal } = new AbortController();

  beforeAll(async () => {
    lake = await Lake.start();
    await lake.repository(REPO);
    await lake.commit(REPO, 'main', { a: '1', b: '1', c: '1', only: '1' });
    await lake.branch(REPO, 'dev');
    await lake.commit(
      REPO,
      'dev',
      { a: '22', b: '22', new: '2', only: '2' },
      { message: 'Dev', metadata: { 'millrace.dev/user': 'user:default/ada' } },
    );
    await lake.remove(REPO, 'dev', 'c');
    await lake.commit(REPO, 'dev', {}, { message: 'Without c' });
    await lake.commit(REPO, 'main', { a: '333', b: '333', c: '333', new: '3' });
    const server = lake.server();
    client = new LakefsClient(
      new LakefsHttp({
        name: 'lake',
        endpoint: server.endpoint,
        keyFor: () => server.key,
      }),
    );
  });
  afterAll(() => lake.stop());

  const read = (limit: number, after?: string) =>
    readConflicts(
      client,
      { repository: REPO, source: 'dev', destination: 'main', limit, after },
      signal,
    );

  it('says what each side did and who did it last', async () => {
    const { items, searchedAll } = await read(50);
    expect(searchedAll).toBe(true);
    expect(
      items.map(({ path, source, destination }) => [
        path,
        source.did,
        source.commit?.message,
        destination.did,
        destination.sizeBytes,
      ]),
    ).toEqual([
      ['a', 'changed', 'Dev', 'changed', 3],
      ['b', 'changed', 'Dev', 'changed', 3],
      ['c', 'removed', 'Without c', 'changed', 3],
      ['new', 'added', 'Dev', 'added', 1],
    ]);
    expect(items[0].source.commit?.user).toBe('user:default/ada');
    expect(items[0].destination.commit?.user).toBeUndefined();
  });

  it('leaves none out between two pages', async () => {
    const paths: string[] = [];
    let after: string | undefined;
    do {
      const { items, next, searchedAll } = await read(1, after);
      paths.push(...items.map(({ path }) => path));
      expect(searchedAll).toBe(next === undefined);
      after = next;
    } while (after !== undefined);
    expect(paths).toEqual(['a', 'b', 'c', 'new']);
  });
});
