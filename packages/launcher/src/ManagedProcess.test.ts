import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManagedProcess } from './ManagedProcess';

const folder = mkdtempSync(join(tmpdir(), 'process-'));
let count = 0;

function script(text: string): ManagedProcess {
  return new ManagedProcess({
    name: 'child',
    args: ['--eval', text],
    cwd: folder,
    logFile: join(folder, `${(count += 1)}.log`),
  });
}

describe('ManagedProcess', () => {
  it('hands over the first message and ends when asked', async () => {
    const child = script(
      // Listens for the signal before it says that it is up: it may be asked to end at once.
      `process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); process.send({type: 'watch'}); process.send({type: 'up', body: {port: 1}})`,
    );
    await expect(child.message('up')).resolves.toEqual({ port: 1 });
    await child.stop();
    expect(child.ended).toBe(true);
    await expect(child.exited).resolves.toBe(0);
  });

  it('is made to end when it will not', async () => {
    const child = script(
      `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); process.send({type: 'up'})`,
    );
    await child.message('up');
    await child.stop(50);
    expect(child.ended).toBe(true);
  });

  it('tells that it ended before it said anything, and keeps its last words', async () => {
    const child = script(
      `process.stderr.write('no port left'); process.exit(3)`,
    );
    await expect(child.message('up')).rejects.toThrow(
      'child ended with code 3',
    );
    expect(child.tail()).toBe('no port left');
  });
});
