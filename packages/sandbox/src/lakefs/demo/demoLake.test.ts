import { ManualClock } from '../../clock/ManualClock';
import { RunningLakeFs, startLakeFsSandbox } from '../startLakeFsSandbox';
import { demoLakeFs } from './demoLakeFs';
import { DEMO_ARCHIVE } from './demoArchive';
import { DEMO_REPOSITORY } from './demoLake';

describe('the lake of the demo', () => {
  let running: RunningLakeFs;

  beforeAll(async () => {
    running = await startLakeFsSandbox({
      clock: new ManualClock(Date.parse('2026-11-22T12:00:00Z')),
      accessKeyId: 'key',
      secretAccessKey: 'secret',
      environment: { LAKEFSACTION_PORTAL_SECRET: 'hook' },
      ...demoLakeFs(),
    });
  });
  afterAll(() => running.stop());

  async function get(path: string): Promise<any> {
    const answer = await fetch(
      `${running.url}/api/v1/repositories/${DEMO_REPOSITORY}${path}`,
      { headers: { authorization: `Basic ${btoa('key:secret')}` } },
    );
    expect(answer.status).toBe(200);
    return answer.json();
  }

  it('has a second repository beside it', async () => {
    const { repositories } = running.server;
    expect([...repositories.list()].map(([name]) => name)).toEqual([
      DEMO_ARCHIVE,
      DEMO_REPOSITORY,
    ]);
    const archive = running.server.repository(DEMO_ARCHIVE);
    expect(archive.branches.has('main')).toBe(true);
    expect(archive.branches.size).toBe(1);
    expect(archive.commits.size).toBeGreaterThan(2);
  });

  it('has a branch in every state', async () => {
    const { results } = await get('/branches');
    expect(results.map(({ id }: { id: string }) => id)).toEqual([
      'abandoned-experiment',
      'backfill-2025',
      'customers-dedup-trial',
      'main',
      'orders-late-arrivals',
      'price-as-text',
      'release-2026-11',
      'returns-wip',
    ]);
  });

  it.each([
    ['orders-late-arrivals', false],
    ['customers-dedup-trial', true],
    ['price-as-text', false],
  ])('forecasts of %s whether a merge conflicts', async (branch, conflict) => {
    const { results } = await get(`/refs/main/diff/${branch}?amount=1000`);
    const types = results.map(({ type }: { type: string }) => type);
    expect(types.length).toBeGreaterThan(0);
    expect(types.includes('conflict')).toBe(conflict);
  });

  it('has a merge that the gate refused, with the reason in the output', async () => {
    const { results } = await get('/actions/runs');
    const failed = results.filter((run: any) => run.status === 'failed');
    expect(failed).toMatchObject([{ branch: 'main', event_type: 'pre-merge' }]);
    const [{ run_id: id }] = failed;
    const answer = await fetch(
      `${running.url}/api/v1/repositories/${DEMO_REPOSITORY}/actions/runs/${id}/hooks/0000_0000/output`,
      { headers: { authorization: `Basic ${btoa('key:secret')}` } },
    );
    expect(await answer.text()).toContain(
      '"column":"price","expected":"decimal(10,2)","found":"string"',
    );
  });

  it('has work that is not committed, an expired branch and protected ones', async () => {
    const { results } = await get('/branches/returns-wip/diff');
    expect(results).toHaveLength(2);
    const expired = await get('/refs/backfill-2025/commits?amount=1');
    expect(
      Date.parse(expired.results[0].metadata['millrace.dev/expires']),
    ).toBeLessThan(Date.parse('2026-11-22T12:00:00Z'));
    expect(await get('/settings/branch_protection')).toEqual([
      { pattern: 'main' },
      { pattern: 'release-*' },
    ]);
  });

  it('is as old as it says', async () => {
    const { results } = await get('/refs/main/commits?amount=1000');
    const dates = results.map((one: any) => one.creation_date);
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
    expect(results.length).toBeGreaterThan(12);
  });
});
