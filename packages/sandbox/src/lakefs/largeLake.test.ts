import { fillLargeLake } from './largeLake';
import { TestLake } from './testing/TestLake';

const BRANCHES = 10_000;
const OBJECTS = 100_000;
/** Generous, for a machine that does much else. */
const WITHIN_MS = 2_000;

describe('a large lake', () => {
  let lake: TestLake;

  beforeAll(async () => {
    lake = await new TestLake().start();
    fillLargeLake(lake.server, {
      repository: 'lake',
      branches: BRANCHES,
      objects: OBJECTS,
    });
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
