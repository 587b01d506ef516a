import { Knex } from 'knex';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { branchDefinition } from './assess/branchDefinition';
import { repositoryDefinition } from './assess/repositoryDefinition';
import { LakefsSource } from './LakefsSource';
import { BranchObject, RepositoryObject } from './model/objects';
import { BranchRecords } from './records/BranchRecords';
import { Lake } from './__testUtils__/Lake';
import { recordDatabase } from './__testUtils__/recordDatabase';

const REPO = 'sales-lake';
const signal = new AbortController().signal;

describe('LakefsSource', () => {
  let lake: Lake;
  let db: Knex;
  let records: BranchRecords;
  let source: LakefsSource;

  beforeAll(async () => {
    lake = await Lake.start();
    db = await recordDatabase();
    await lake.repository(REPO);
    await lake.commit(REPO, 'main', {
      'tables/orders/data/a.parquet': 'a',
      'tables/orders/data/b.parquet': 'b',
      '_lakefs_actions/gate.yaml':
        'name: gate\non: {pre-commit: {branches: [none]}}\nhooks: [{id: check, type: lua, properties: {script: "print(1)"}}]\n',
    });
  });
  beforeEach(() => {
    records = new BranchRecords(db);
    source = new LakefsSource({
      server: lake.server(),
      records,
      after: () => () => {},
    });
  });
  afterAll(async () => {
    await lake.stop();
    await db.destroy();
  });

  const now = () => Date.now();
  const branches = (objects: readonly KubernetesObject[]) =>
    new Map(
      objects
        .filter(({ kind }) => kind === 'Branch')
        .map(object => [object.metadata.name, object as BranchObject]),
    );
  const verdict = (branch: BranchObject | undefined, at = now()) =>
    branchDefinition.assess(branch!, { now: at } as never);

  it('finds the server, its repositories and their domains', async () => {
    const probe = await source.probe(signal);
    expect(probe.version).toMatch(/^\d/);
    expect(await source.scopes(signal)).toEqual([
      { name: REPO, domainRef: 'domain:default/sales' },
    ]);
  });

  it('judges branches in every state', async () => {
    await lake.branch(REPO, 'same');
    await lake.branch(REPO, 'ahead');
    await lake.commit(REPO, 'ahead', { 'tables/orders/data/c.parquet': 'c' });
    await lake.branch(REPO, 'clash');
    await lake.commit(REPO, 'clash', { 'tables/orders/data/a.parquet': 'x' });
    await lake.branch(REPO, 'dirty');
    await lake.put(REPO, 'dirty', { 'tables/orders/data/d.parquet': 'd' });
    await lake.branch(REPO, 'ungated');
    await lake.remove(REPO, 'ungated', '_lakefs_actions/gate.yaml');
    await lake.commit(REPO, 'ungated', { 'x.txt': '1' });
    await lake.branch(REPO, 'old');
    await lake.commit(REPO, 'main', { 'tables/orders/data/a.parquet': 'y' });

    const objects = await source.list(REPO, signal);
    const found = branches(objects);
    const told = [...found].map(([name, branch]) => [
      name,
      verdict(branch).health,
      verdict(branch).message,
    ]);
    expect(told).toEqual([
      [
        'ahead',
        'healthy',
        expect.stringMatching(
          /^1 commit ahead of main and 1 behind; it would merge/,
        ),
      ],
      [
        'clash',
        'degraded',
        expect.stringContaining(
          'conflict in 1 object, changed on both sides: tables/orders/data/a.parquet',
        ),
      ],
      ['dirty', 'progressing', '1 change not committed yet.'],
      ['main', 'healthy', expect.stringContaining('No rule protects it')],
      ['old', 'healthy', '1 commit behind main.'],
      ['same', 'healthy', '1 commit behind main.'],
      [
        'ungated',
        'degraded',
        expect.stringContaining('It lacks _lakefs_actions/gate.yaml of main'),
      ],
    ]);
    const late = now() + 40 * 86_400_000;
    expect(verdict(found.get('old'), late).reason).toBe('Stale');
    expect(verdict(found.get('main'), late).health).toBe('healthy');
    expect(verdict(found.get('dirty'), late).reason).toBe('UncommittedForLong');

    const repository = objects.find(({ kind }) => kind === 'Repository');
    expect(
      repositoryDefinition.assess(repository as RepositoryObject, {} as never)
        .message,
    ).toBe('7 branches; no rule protects main.');
  });

  it('keeps the head of every branch on record, and knows which are gone', async () => {
    await lake.branch(REPO, 'short-lived');
    const head = await lake.commit(REPO, 'short-lived', { 'y.txt': '1' });
    await source.list(REPO, signal);
    await lake.deleteBranch(REPO, 'short-lived');
    await source.list(REPO, signal);
    expect(await records.deleted('lake', REPO, { limit: 10 })).toEqual([
      expect.objectContaining({ name: 'short-lived', lastCommit: head }),
    ]);
    await lake.branch(REPO, 'short-lived');
    await source.list(REPO, signal);
    expect(await records.deleted('lake', REPO, { limit: 10 })).toEqual([]);
  });

  it('changes the version of a branch only when something of it changes', async () => {
    const versions = async () =>
      (await source.list(REPO, signal)).map(
        ({ metadata }) => metadata.resourceVersion,
      );
    const first = await versions();
    expect(await versions()).toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(5);
  });
});
