import { Knex } from 'knex';
import { Lake } from '../__testUtils__/Lake';
import { recordDatabase } from '../__testUtils__/recordDatabase';
import { s3Settings as spark } from '../__testUtils__/s3Settings';
import { LakefsSource } from '../LakefsSource';
import { BranchRecords } from '../records/BranchRecords';
import { lakefsBranches } from './runTarget';
import { SparkSettings } from './SparkSettings';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const HOUR_MS = 3_600_000;
const REPO = 'sales-lake';

describe('a branch of lakeFS as a target of runs', () => {
  let lake: Lake;
  let db: Knex;
  let records: BranchRecords;
  let secretAccessKey: string;

  beforeAll(async () => {
    lake = await Lake.start();
    db = await recordDatabase();
    records = new BranchRecords(db);
    await lake.repository(REPO);
    await lake.branch(REPO, 'fix');
    await lake.branch(REPO, 'dirty');
    await lake.branch(REPO, 'release-1');
    await lake.put(REPO, 'dirty', { 'a.csv': '1', 'b.csv': '2' });
    await lake.protect(REPO, 'main', 'release-*');
  });
  afterAll(async () => {
    await lake.stop();
    await db.destroy();
  });

  const targetOf = (
    branch: string,
    more: { spark?: SparkSettings; repository?: string } = { spark },
  ) => {
    const server = lake.server({ spark: more.spark });
    secretAccessKey = server.key.secretAccessKey;
    const source = new LakefsSource({ server, records, after: () => () => {} });
    return lakefsBranches([source], records).runTarget(
      { source: 'lake', repository: more.repository ?? REPO, branch },
      { signal: new AbortController().signal, now: NOW },
    );
  };
  const said = async (...given: Parameters<typeof targetOf>) => {
    const { findings } = await targetOf(...given);
    return findings.map(({ level, message }) => `${level}: ${message}`);
  };

  it('gives what a run needs, and of the portal’s own key nothing', async () => {
    const target = await targetOf('fix');
    expect(target.findings).toEqual([]);
    expect(target.variables['branch.uri']).toBe('s3a://sales-lake/fix');
    expect(JSON.stringify(target)).not.toContain(secretAccessKey);
  });

  it('refuses who may not write to the branch by the configuration', async () => {
    const domains = [
      {
        ...{ domainRef: 'domain:default/sales', repositories: ['sales-*'] },
        branches: [{ pattern: 'fix', writers: ['group:default/leads'] }],
      },
    ];
    const server = lake.server({ spark, domains });
    const source = new LakefsSource({ server, records, after: () => () => {} });
    const { findings } = await lakefsBranches([source], records).runTarget(
      { source: 'lake', repository: REPO, branch: 'fix' },
      {
        signal: new AbortController().signal,
        now: NOW,
        ownershipRefs: ['user:default/olga'],
      },
    );
    expect(findings).toEqual([
      expect.objectContaining({
        level: 'error',
        message: expect.stringContaining('Only group:default/leads may write'),
      }),
    ]);
  });

  it.each([
    ['main', /^error: The rule "main" protects main/],
    ['release-1', /^error: The rule "release-\*" protects release-1/],
    ['gone', /^error: There is no branch gone in sales-lake any more/],
  ])('refuses %s, and tells no settings', async (branch, message) => {
    const target = await targetOf(branch);
    expect(await said(branch)).toEqual([expect.stringMatching(message)]);
    expect(target.sparkConf).toEqual({});
    expect(target.secretEnvironment).toEqual([]);
    expect(target.findings[0].field).toBe('branch');
  });

  it('refuses a repository that is gone, and a server without settings for Spark', async () => {
    expect(await said('fix', { spark, repository: 'sales-gone' })).toEqual([
      expect.stringMatching(/^error: There is no branch fix in sales-gone/),
    ]);
    const { findings } = await targetOf('fix', {});
    expect(findings).toEqual([
      expect.objectContaining({
        level: 'error',
        remedy: expect.stringContaining('dataPlatform.lakefs.servers[].spark'),
      }),
    ]);
  });

  it('says what lies there already', async () => {
    expect(await said('dirty')).toEqual([
      'info: 2 changes lie uncommitted on dirty; what the run writes joins them.',
    ]);
  });

  it('asks the server whether what is configured can work there', async () => {
    expect(await said('fix', { spark: { ...spark, mode: 'lakefs' } })).toEqual([
      expect.stringMatching(/^error: .*cannot do that with the type local/),
    ]);
  });

  it.each([
    [NOW + 25 * HOUR_MS, []],
    [NOW + HOUR_MS, ['warning: Branch fix expires on 2026-11-22']],
    [NOW - HOUR_MS, ['warning: Branch fix has expired on 2026-11-22']],
  ])('warns of a branch that ends at %d', async (expiresAt, expected) => {
    const key = { server: 'lake', repository: REPO, name: 'fix' };
    await records.change(key, { expiresAt });
    const found = await said('fix');
    expect(found).toHaveLength(expected.length);
    expected.forEach((text, index) => expect(found[index]).toContain(text));
  });
});
