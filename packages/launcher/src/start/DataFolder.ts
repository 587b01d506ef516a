import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Where portal and sandbox keep their data; one portal at a time. */
export class DataFolder {
  readonly path: string;
  readonly #lock: string;

  constructor(path: string) {
    this.path = path;
    this.#lock = join(path, 'portal.pid');
  }

  /**
   * Takes the folder, forgetting everything in it first when `fresh`.
   * @throws Error when another portal runs on it
   */
  open(fresh: boolean): void {
    const owner = existsSync(this.#lock)
      ? Number(readFileSync(this.#lock, 'utf8'))
      : undefined;
    if (owner && owner !== process.pid && isAlive(owner)) {
      throw new Error(
        `A portal runs on ${this.path} already (process ${owner}). Stop it with Ctrl-C first.`,
      );
    }
    if (fresh) {
      for (const part of ['portal', 'sandbox']) {
        rmSync(join(this.path, part), { recursive: true, force: true });
      }
    }
    for (const part of [
      '',
      'portal',
      'portal/db',
      'portal/work',
      'sandbox',
      'logs',
    ]) {
      const folder = join(this.path, part);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
    }
    writeFileSync(this.#lock, String(process.pid), { mode: 0o600 });
  }

  file(...names: string[]): string {
    return join(this.path, ...names);
  }

  close(): void {
    rmSync(this.#lock, { force: true });
  }
}
