import {
  existsSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolder } from './DataFolder';

const make = () => join(mkdtempSync(join(tmpdir(), 'data-')), 'data');

describe('DataFolder', () => {
  it('is for its owner alone', () => {
    const folder = new DataFolder(make());
    folder.open(false);
    for (const part of ['', 'portal', 'portal/db', 'sandbox', 'logs']) {
      expect(statSync(folder.file(part)).mode % 0o1000).toBe(0o700);
    }
  });

  it('keeps data over a restart and forgets it when fresh', () => {
    const folder = new DataFolder(make());
    folder.open(false);
    writeFileSync(folder.file('portal', 'db', 'catalog.sqlite'), 'x');
    folder.close();
    folder.open(false);
    expect(readFileSync(folder.file('portal/db/catalog.sqlite'), 'utf8')).toBe(
      'x',
    );
    folder.close();
    folder.open(true);
    expect(existsSync(folder.file('portal/db/catalog.sqlite'))).toBe(false);
    expect(existsSync(folder.file('portal/db'))).toBe(true);
  });

  it('refuses a second portal and names the first', () => {
    const path = make();
    new DataFolder(path).open(false);
    writeFileSync(join(path, 'portal.pid'), String(process.ppid));
    expect(() => new DataFolder(path).open(false)).toThrow(
      `process ${process.ppid}`,
    );
  });

  it('takes over from a portal that is gone', () => {
    const path = make();
    new DataFolder(path).open(false);
    // Beyond the largest process id of Linux.
    writeFileSync(join(path, 'portal.pid'), '99999999');
    expect(() => new DataFolder(path).open(false)).not.toThrow();
  });
});
