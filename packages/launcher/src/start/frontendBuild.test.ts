import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourcesHash } from './frontendBuild';

describe('sourcesHash', () => {
  const root = mkdtempSync(join(tmpdir(), 'sources-'));
  const source = join(root, 'plugins/data-platform/src');
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'a.ts'), 'one');

  it('changes with a source, not with a test', () => {
    const before = sourcesHash(root);
    writeFileSync(join(source, 'a.test.ts'), 'test');
    expect(sourcesHash(root)).toBe(before);
    writeFileSync(join(source, 'a.ts'), 'two');
    expect(sourcesHash(root)).not.toBe(before);
  });

  it('changes when a file is renamed', () => {
    const before = sourcesHash(root);
    writeFileSync(join(source, 'b.ts'), '');
    expect(sourcesHash(root)).not.toBe(before);
  });
});
