import { Commit, makeCommit } from './model/Commit';
import { ObjectEntry } from './model/ObjectEntry';
import { metaRangeId } from './model/rangeIds';
import { TestLake } from './testing/TestLake';
import { Tree } from './tree/Tree';

const BRANCHES = 10_000;
const OBJECTS = 100_000;
/** Generous, for a machine that does much else. */
const WITHIN_MS = 2_000;

function entry(at: number): ObjectEntry {
  return {
    path: `tables/t${at % 10}/part-${String(at).padStart(6, '0')}.parquet`,
    checksum: String(at),
    size: at,
    mtime: 0,
    contentType: 'application/octet-stream',
    metadata: {},
    physicalAddress: '',
  };
}

describe('a large lake', () => {
  let lake: TestLake;

  beforeAll(async () => {
    lake = await new TestLake().start();
    const repository = lake.server.repository('lake');
    const base = repository.commit(repository.branch('main').commitId);
    const entries = Array.from({ length: OBJECTS }, (_, at) => entry(at));
    const tree = Tree.of(entries.sort((a, b) => (a.path < b.path ? -1 : 1)));
    const { id: _, ...said } = base;
    const commit: Commit = makeCommit({
      ...said,
      message: 'load',
      parents: [base.id],
      generation: base.generation + 1,
      metaRangeId: metaRangeId(tree),
      tree,
    });
    repository.addCommit(commit);
    for (let at = 0; at < BRANCHES; at++) {
      repository.makeBranch(`b-${String(at).padStart(5, '0')}`, commit.id);
    }
  });
  afterAll(() => lake.stop());

  async function timed(path: string): Promise<any> {
    const begun = performance.now();
    const { status, body } = await lake.of('GET', path);
    expect(performance.now() - begun).toBeLessThan(WITHIN_MS);
    expect(status).toBe(200);
    return body;
  }

  it('pages through branches', async () => {
    const { pagination, results } = await timed(
      '/branches?amount=1000&after=b-04999',
    );
    expect(results[0].id).toBe('b-05000');
    expect(pagination).toMatchObject({
      has_more: true,
      next_offset: 'b-05999',
    });
  });

  it('tells a page of a difference of all objects, and groups it', async () => {
    const path = '/refs/main/diff/b-00000';
    expect((await timed(`${path}?amount=1000`)).results).toHaveLength(1000);
    const grouped = await timed(`${path}?prefix=tables/&delimiter=/`);
    expect(grouped.results).toHaveLength(10);
    const last = await timed(`${path}?after=tables/t9/part-099979.parquet`);
    expect(last.results).toHaveLength(2);
  });

  it('commits one change without reading the others', async () => {
    await lake.write('b-00001', { one: '1' }, 'one');
    const { results } = await timed('/refs/b-00000/diff/b-00001');
    expect(results).toMatchObject([{ path: 'one', type: 'added' }]);
  });
});
