import { SandboxRig } from '../controllers/fixtures/SandboxRig';
import { SystemClock } from '../clock/SystemClock';
import { WebhookClient } from './actions/WebhookClient';
import { readTable } from './demo/demoTable';
import { LakeFs } from './LakeFs';
import { uncommittedOf } from './model/Branch';
import { createRepository } from './operations/repositories';
import { sparkOnBranches, targetOf } from './sparkOnBranches';

describe('Spark runs on a branch', () => {
  let rig: SandboxRig;
  let lakeFs: LakeFs;
  let stop: () => void;

  beforeEach(() => {
    rig = new SandboxRig();
    const clock = new SystemClock();
    lakeFs = new LakeFs({ clock, webhooks: new WebhookClient(clock) });
    const repository = createRepository(lakeFs, {
      name: 'sales-lake',
      storage_namespace: 'local://sales-lake',
    });
    repository.makeBranch('dev', repository.branch('main').commitId);
    stop = sparkOnBranches(lakeFs)(rig.api, rig.clock);
  });
  afterEach(() => {
    stop();
    rig.stop();
  });

  const repository = () => lakeFs.repository('sales-lake');
  const written = (branch: string) => [
    ...uncommittedOf(repository().branch(branch)).from(),
  ];

  it('append to the table that they were pointed at, uncommitted', () => {
    rig.submit({
      arguments: ['--output', 's3a://sales-lake/dev/tables/customers/'],
    });
    rig.until(() => rig.state() === 'RUNNING');
    expect(written('dev')).toEqual([]);
    rig.until(() => rig.state() === 'COMPLETED');
    expect(written('dev').map(({ path }) => path)).toEqual([
      expect.stringMatching(
        /^tables\/customers\/data\/load_date=2026-11-22\/.*\.parquet$/,
      ),
      'tables/customers/metadata/v1.metadata.json',
      'tables/customers/metadata/version-hint.text',
    ]);
    expect(
      readTable(lakeFs, repository(), 'dev', 'tables/customers').version,
    ).toBe(1);
    expect(written('main')).toEqual([]);
  });

  it('write the types that they are told to, and the usual ones the next time', () => {
    const priceOf = () => {
      const { metadata } = readTable(
        lakeFs,
        repository(),
        'dev',
        'tables/orders',
      );
      const fields = metadata?.schemas[0].fields as { name: string }[];
      return fields.find(({ name }) => name === 'price');
    };
    const run = (name: string, ...casts: string[]) => {
      rig.submit({ arguments: ['s3a://sales-lake/dev', ...casts] }, name);
      rig.until(() => rig.state(name) === 'COMPLETED');
    };
    run('as-text', '--cast=price=string', '--cast=price=nonsense');
    expect(priceOf()).toMatchObject({ type: 'string' });
    run('as-ever');
    expect(priceOf()).toMatchObject({ type: 'decimal(10,2)' });
  });

  it('leave it alone when they fail', () => {
    rig.submit({
      arguments: ['--exit-code', '1', 's3a://sales-lake/dev/tables/orders'],
    });
    rig.until(() => rig.state() === 'FAILED');
    expect(written('dev')).toEqual([]);
  });

  it('are told by properties as well, and write to no protected branch', () => {
    repository().putSettings({ metadata: {}, protectedBranches: ['dev'] });
    rig.submit({
      sparkConf: {
        'spark.sql.warehouse.dir': 'lakefs://sales-lake/dev/tables/orders',
      },
    });
    rig.until(() => rig.state() === 'COMPLETED');
    expect(written('dev')).toEqual([]);
  });

  it.each([
    ['s3a://sales-lake/dev/tables/orders/data', 'tables/orders'],
    ['--out=lakefs://sales-lake/dev', 'tables/orders'],
  ])('are pointed at a branch by %s', (text, table) => {
    const target = { repository: 'sales-lake', branch: 'dev', table };
    expect(targetOf(lakeFs, [text])).toEqual(target);
  });

  it('write to the branch that they were started on, and read from others', () => {
    repository().makeBranch('fix', repository().branch('main').commitId);
    const [dev, fix] = ['s3a://sales-lake/dev', 's3a://sales-lake/fix'];
    const target = { repository: 'sales-lake', branch: 'fix' };
    expect(targetOf(lakeFs, [fix, `${dev}/tables/customers`], fix)).toEqual({
      ...target,
      table: 'tables/orders',
    });
    const both = [`${fix}/tables/customers`, `${dev}/tables/orders`];
    expect(targetOf(lakeFs, both, fix)).toEqual({
      ...target,
      table: 'tables/customers',
    });
    expect(targetOf(lakeFs, [`${fix}2/tables/orders`], fix)).toBeUndefined();
  });

  it.each([
    's3a://sales-lake/nope/tables/orders',
    's3a://other/dev/x',
    'local:///x',
  ])('are not by %s', text => {
    expect(targetOf(lakeFs, [text])).toBeUndefined();
  });
});
