import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../paths';

/** What figures depend on beside the code. Names no host and no person. */
export interface Machine {
  cores: number;
  memoryGb: number;
  platform: string;
  node: string;
  /** Load average of one minute as the run began: anything near the number of cores says that it was not alone. */
  loadBefore: number;
  /** Versions of what is compared. */
  packages: Record<string, string>;
  /** With `-dirty` where the checkout had changes. */
  commit?: string;
}

const PACKAGES = [
  '@backstage/plugin-kubernetes-backend',
  '@backstage/backend-defaults',
  '@backstage/plugin-catalog-backend',
  'better-sqlite3',
];

export function machine(): Machine {
  return {
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    loadBefore: Number(loadavg()[0].toFixed(1)),
    packages: Object.fromEntries(PACKAGES.map(name => [name, versionOf(name)])),
    commit: commit(),
  };
}

function versionOf(name: string): string {
  const load = createRequire(join(ROOT, 'packages/backend/package.json'));
  return load(`${name}/package.json`).version;
}

function commit(): string | undefined {
  try {
    const options = { cwd: ROOT, encoding: 'utf8' } as const;
    const hash = execFileSync('git', ['rev-parse', '--short', 'HEAD'], options);
    const changes = execFileSync('git', ['status', '--porcelain'], options);
    return `${hash.trim()}${changes.trim() ? '-dirty' : ''}`;
  } catch {
    // Not a checkout, or no git: the figures are worth having all the same.
    return undefined;
  }
}
