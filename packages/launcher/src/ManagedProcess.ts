import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

export interface ProcessOptions {
  name: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** Gets all output. */
  logFile: string;
  cwd: string;
}

/** A child process whose output goes to a file and which ends with us. */
export class ManagedProcess {
  readonly name: string;
  readonly exited: Promise<number>;
  readonly #child: ChildProcess;
  readonly #logFile: string;
  #ended = false;

  constructor(options: ProcessOptions) {
    this.name = options.name;
    this.#logFile = options.logFile;
    const out = openSync(options.logFile, 'a', 0o600);
    this.#child = spawn(process.execPath, [...options.args], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      // Detached, so that Ctrl-C reaches it through stop() alone and it can end in order.
      detached: process.platform !== 'win32',
      stdio: ['ignore', out, out, 'ipc'],
    });
    closeSync(out);
    this.exited = new Promise(resolve => {
      this.#child.once('exit', (code, signal) => {
        this.#ended = true;
        resolve(code ?? (signal ? 1 : 0));
      });
      this.#child.once('error', () => resolve(1));
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** What the child sends as `{type, body}`; others than of this type (the transform's) are passed over. Rejects when it ends before. */
  message<T>(type: string): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#child.on('message', (message: { type?: string; body?: T }) => {
        if (message.type === type) resolve(message.body as T);
      });
      void this.exited.then(code =>
        reject(new Error(`${this.name} ended with code ${code}`)),
      );
    });
  }

  /** Tells the child something, as `{type, body}`; one that has ended hears nothing. */
  send(type: string, body: unknown): void {
    if (!this.#ended) this.#child.send({ type, body });
  }

  /** The end of its output, for an error report. */
  tail(lines = 20): string {
    return readFileSync(this.#logFile, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-lines)
      .join('\n');
  }

  /** Asks it to end, and after `graceMs` makes it. */
  async stop(graceMs = 8_000): Promise<void> {
    if (this.#ended) return;
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), graceMs);
    await this.exited;
    clearTimeout(timer);
  }
}
