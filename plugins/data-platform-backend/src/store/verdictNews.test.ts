import { IndexHarness, scope, toy } from './__testUtils__/IndexHarness';
import { VerdictNews } from './Judge';

const DONE = { attempt: '1', outcome: 'failed' } as const;

describe('news of verdicts', () => {
  let harness: IndexHarness;
  let news: VerdictNews[];
  const told = () =>
    news.map(
      ({ row, found, before }) =>
        `${row.name} ${row.assessment.reason}${found ? ' found' : ''}${
          before ? ` after ${before.assessment.reason}` : ''
        }`,
    );

  beforeEach(() => {
    news = [];
    harness = new IndexHarness(undefined, undefined, undefined, each =>
      news.push(each),
    );
  });

  it('are none of what the first list of a kind shows, and are of what happens then', () => {
    const { sink } = harness.index;
    sink.replace(scope(), [toy('old', DONE), toy('live', { attempt: '1' })]);
    harness.upsert(toy('live', DONE));
    harness.upsert(toy('new', DONE));
    expect(told()).toEqual([
      'old Failed found',
      'live New found',
      'live Failed after New',
      'new Failed',
    ]);
    expect(news.at(-1)).toMatchObject({ runId: expect.any(String) });
  });

  it('are of what a later list shows: it happened while the watch was away', () => {
    const { sink } = harness.index;
    sink.replace(scope(), [toy('a', { attempt: '1' })]);
    news = [];
    sink.replace(scope(), [toy('a', DONE), toy('b', DONE)]);
    expect(told()).toEqual(['a Failed after New', 'b Failed']);
  });

  it('are not of a verdict that stays', () => {
    harness.upsert(toy('a', DONE));
    harness.upsert(toy('a', DONE));
    expect(news).toHaveLength(1);
  });

  it('name the back-fill that made a run', () => {
    const labels = { 'millrace.dev/series': 'op-1' };
    harness.upsert(toy('a', DONE, { labels }));
    expect(news[0].series).toBe('op-1');
  });
});
