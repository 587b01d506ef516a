import { SCALES } from '../Scale';
import { good, latency, route, runOf } from './__testUtils__/goodFigures';
import { withFigures } from './document';
import { Figures } from './Figures';
import { reportText } from './reportText';
import { table } from './table';
import { targetResults } from './targets';

describe('table', () => {
  it('has names to the left and figures to the right', () => {
    expect(
      table(
        ['', 'ms'],
        [
          ['jobs', '7'],
          ['a', '1200.5'],
        ],
      ),
    ).toBe(
      ['          ms', '----  ------', 'jobs       7', 'a     1200.5'].join(
        '\n',
      ),
    );
  });
});

describe('targets', () => {
  const missed = (figures: Partial<Figures>) =>
    targetResults([runOf(figures)])
      .filter(({ met }) => !met)
      .map(({ name }) => name);

  it('are met at their very limit', () => {
    const streams = { ...good.streams, latency: latency(100, 500) };
    expect(missed({ streams })).toEqual([]);
  });

  it('are missed by the slowest route, whatever the others do', () => {
    const routes = [route('GET /a', 5.1, 9), route('GET /b', 1, 25.1)];
    const reads = { ...good.reads, routes };
    expect(missed({ reads })).toEqual([
      'B2 p50, every route (10k/10)',
      'B2 p99, every route (10k/10)',
    ]);
  });

  it.each<[string, Partial<Figures>]>([
    [
      'B1 p99, 1000 streams',
      { streams: { ...good.streams, latency: latency(1, 500.1) } },
    ],
    ['B1 p99, 1000 streams', { streams: { ...good.streams, lost: 1 } }],
    ['B1 p99, 1000 streams', { streams: { ...good.streams, cut: 1 } }],
    [
      'B3 heap a workload',
      {
        alone: {
          ...good.alone,
          heap: { ...good.alone.heap, bytesPerWorkload: 1_001 },
        },
      },
    ],
    ['B5 first cluster', { alone: { ...good.alone, firstClusterMs: 1_001 } }],
    ['B4, 100 tabs', { tabs: { ...good.tabs, marginal: 1 } }],
    ['B7 catalog writes', { changes: { ...good.changes, catalogWrites: 1 } }],
    [
      'B9 ours on other pages',
      {
        browser: {
          ...good.browser,
          otherPage: { ...good.browser.otherPage, oursKb: 0.1 },
        },
      },
    ],
  ])('%s is missed by %j', (name, figures) => {
    expect(missed(figures)).toEqual([`${name} (10k/10)`]);
  });

  it('are missed where a dead cluster costs the others more than a tenth', () => {
    const [hung] = good.outage.outages;
    const others = { push: latency(111, 111), read: latency(2.3, 1_001) };
    const outage = { ...good.outage, outages: [{ ...hung, others }] };
    expect(missed({ outage })).toEqual([
      'B12 hung: push to others (10k/10)',
      'B12 hung: reads of others (10k/10)',
      'B12 hung: any answer (10k/10)',
    ]);
  });

  it('compare the largest size with the smallest', () => {
    const dear = { ...route('GET /a', 1, 1), cpuMs: 0.4 };
    const results = targetResults([
      runOf({}, SCALES['1k']),
      runOf({ reads: { ...good.reads, routes: [dear] } }, SCALES['50k']),
    ]);
    expect(results.at(-1)).toEqual({
      name: 'B2 CPU of 50k/50 over 1k/1',
      target: '<= 1.50x',
      measured: '1.60x (GET /a)',
      met: false,
    });
  });

  it('leave out what was not measured', () => {
    const { alone, coldStart, problems, seconds } = good;
    const figures = { alone, coldStart, problems, seconds };
    const run = { ...runOf(), figures };
    expect(targetResults([run]).map(({ name }) => name.slice(0, 2))).toEqual(
      Array(5).fill(expect.stringMatching(/B[35]/)),
    );
  });
});

const machine = {
  cores: 2,
  memoryGb: 24,
  platform: 'linux x64',
  node: '24.0.0',
  loadBefore: 0.5,
  packages: { 'better-sqlite3': '13.0.3' },
};

describe('the report', () => {
  it('puts all of it into words', () => {
    const runs = [runOf()];
    const text = reportText({
      at: '2026-11-22T12:00:00Z',
      machine,
      runs,
      targets: targetResults(runs),
    });
    for (const words of [
      '2 cores, 24 GB, load 0.5 before, Node 24.0.0, commit unknown',
      '10k/10: 10000 workloads on 10 clusters (300 s)',
      'better-sqlite3 13.0.3',
      '990 B a workload',
      'sign-in after 5000 ms',
      'GET /b  ',
      'floor',
      'watch 2',
      '140',
      'told stale after',
      'B11',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('NOT MET');
  });

  it('says why a browser was not measured', () => {
    const runs = [runOf({ browser: { skipped: 'there is no browser' } })];
    const text = reportText({ at: '', machine, runs, targets: [] });
    expect(text).toContain('B9, B10: skipped, there is no browser');
  });

  it('says what failed, which is no promise kept', () => {
    const { browser: _, ...rest } = good;
    const problems = { browser: 'no "Succeeded" on the page' };
    const run = { ...runOf(), figures: { ...rest, problems } };
    const targets = targetResults([run]);
    const text = reportText({ at: '', machine, runs: [run], targets });
    expect(text).toContain(
      'Not measured\n  B9, B10: in a browser: no "Succeeded" on the page',
    );
    expect(targets.filter(({ met }) => !met)).toEqual([
      expect.objectContaining({ name: 'B9, B10: in a browser (10k/10)' }),
    ]);
  });

  it('goes between the marks of the document, and touches nothing else', () => {
    const document = `# Title\n\n<!-- figures: written by \`npm run bench -- --write-docs\` -->\nold\n<!-- end of figures -->\n\nProse.\n`;
    const once = withFigures(document, 'new\n');
    expect(once).toContain('# Title');
    expect(once).toContain('```\nnew\n```');
    expect(once).toContain('Prose.');
    expect(once).not.toContain('old');
    expect(withFigures(once, 'new')).toBe(once);
    expect(() => withFigures('# Title', 'x')).toThrow('The document has no');
  });
});
