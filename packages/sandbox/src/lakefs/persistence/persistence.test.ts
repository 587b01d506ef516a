import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRepository } from '../operations/repositories';
import { startLakeFsSandbox } from '../startLakeFsSandbox';
import { TestLake } from '../testing/TestLake';

describe('a lake that is kept', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'lakefs-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('is the same after a restart: key, ids, objects, what is staged, settings, runs', async () => {
    const before = await new TestLake().start({ dataDir });
    await before.branch('dev');
    await before.write('dev', { 'd.txt': 'd' }, 'd');
    await before.put('dev', { staged: 's' });
    await before.of('DELETE', '/branches/dev/objects?path=a.txt');
    await before.of('POST', '/tags', { id: 'v1', ref: 'dev' });
    await before.of('PUT', '/settings/branch_protection', [
      { pattern: 'main' },
    ]);
    await before.of('POST', '/pulls', {
      title: 'p',
      source_branch: 'dev',
      destination_branch: 'main',
    });
    const paths = [
      '/branches?show_hidden=true',
      '/refs/dev/commits',
      '/refs/dev/objects/ls',
      '/branches/dev/diff',
      '/refs/main/diff/dev',
      '/tags',
      '/pulls',
      '/settings/branch_protection',
      '/refs/dev/objects?path=staged',
    ];
    const look = async (lake: TestLake) => {
      const found: unknown[] = [];
      for (const path of paths) found.push(await lake.of('GET', path));
      return found;
    };
    const seen = await look(before);
    await before.stop();
    const after = await new TestLake().start({ dataDir });
    expect(await look(after)).toEqual(seen);
    await after.of('POST', '/branches/dev/commits', { message: 'goes on' });
    expect((await after.of('GET', '/branches/dev/diff')).body.results).toEqual(
      [],
    );
    await after.stop();
  });

  it('forgets a repository that was deleted, and never gives its namespace out again', async () => {
    const before = await new TestLake().start({ dataDir });
    await before.call('DELETE', '/repositories/lake');
    await before.stop();
    const after = await startLakeFsSandbox({ dataDir });
    expect([...after.server.repositories.list()]).toEqual([]);
    const again = { name: 'lake', storage_namespace: 'local://lake' };
    expect(() => createRepository(after.server, again)).toThrow(
      'storage namespace already in use',
    );
    await after.stop();
  });

  it('is in the hands of one process at a time', async () => {
    const lake = await new TestLake().start({ dataDir });
    await expect(startLakeFsSandbox({ dataDir })).rejects.toThrow(
      'is in use by another sandbox',
    );
    await lake.stop();
  });
});
