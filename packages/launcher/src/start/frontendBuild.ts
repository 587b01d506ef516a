import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths';
import { say, seconds } from '../say';

const SOURCES = [
  'packages/app/src',
  'packages/app/public',
  'packages/app/package.json',
  'packages/app/config.d.ts',
  'plugins/data-platform/src',
  'plugins/data-platform-react/src',
  'plugins/data-platform-module-lakefs/src',
  'plugins/data-platform-common/src',
  'yarn.lock',
];

function* filesBelow(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!/\.test\.tsx?$/.test(name)) yield* filesBelow(join(path, name));
  }
}

/** Fingerprint of everything that the frontend is built from. */
export function sourcesHash(root = ROOT): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesBelow(join(root, source))) {
      hash.update(file.slice(root.length)).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Builds packages/app/dist unless it is what the sources say already. */
export async function buildFrontend(logFile: string): Promise<void> {
  const app = join(ROOT, 'packages/app');
  const mark = join(app, 'dist/.sources');
  const hash = sourcesHash();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  const started = Date.now();
  say('Building the frontend (once, until its sources change) ...');
  const out = openSync(logFile, 'w', 0o600);
  const code = await new Promise<number>((resolve, reject) => {
    const build = spawn(
      process.execPath,
      [join(ROOT, 'node_modules/.bin/backstage-cli'), 'package', 'build'],
      { cwd: app, stdio: ['ignore', out, out] },
    );
    build.on('error', reject);
    build.on('exit', status => resolve(status ?? 1));
  });
  if (code !== 0) {
    throw new Error(
      `The frontend does not build. ${logFile} ends with:\n${readFileSync(
        logFile,
        'utf8',
      ).slice(-3000)}`,
    );
  }
  writeFileSync(mark, hash);
  say(`Built the frontend in ${seconds(Date.now() - started)}.`);
}
