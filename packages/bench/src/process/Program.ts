import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { NODE_TRANSFORM, ROOT } from '../paths';
import { Answer, Question } from './questions';

export interface ProgramOptions {
  name: string;
  /** Loaded before the main file. */
  require?: string;
  main: string;
  args?: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** Gets all output. */
  logFile: string;
}

/** A TypeScript program in a process of its own, which can be asked and ends with us. */
export class Program {
  readonly #name: string;
  readonly #child: ChildProcess;
  readonly #logFile: string;
  readonly #exited: Promise<void>;
  readonly #open = new Map<number, (answer: Answer) => void>();
  #next = 0;
  #ended = false;

  constructor(options: ProgramOptions) {
    const { name, require: first, main, args = [] } = options;
    this.#name = name;
    this.#logFile = options.logFile;
    const out = openSync(options.logFile, 'a', 0o600);
    this.#child = spawn(
      process.execPath,
      [
        ...[NODE_TRANSFORM, ...(first ? [first] : [])].flatMap(file => [
          '--require',
          file,
        ]),
        main,
        ...args,
      ],
      {
        cwd: ROOT,
        env: { ...process.env, ...options.env },
        stdio: ['ignore', out, out, 'ipc'],
      },
    );
    closeSync(out);
    this.#exited = new Promise(resolve => {
      const end = () => {
        this.#ended = true;
        for (const [id, settle] of this.#open) {
          settle({ answer: id, error: this.#obituary() });
        }
        resolve();
      };
      this.#child.once('exit', end);
      this.#child.once('error', end);
    });
    this.#child.on('message', (message: Answer) =>
      this.#open.get(message.answer)?.(message),
    );
  }

  /** @throws Error when the program ends before it has answered, or `signal` aborts */
  ask<T>(question: string, signal: AbortSignal, body?: unknown): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const id = (this.#next += 1);
      const aborted = () => reject(signal.reason);
      this.#open.set(id, answer => {
        this.#open.delete(id);
        signal.removeEventListener('abort', aborted);
        if (answer.error === undefined) resolve(answer.body as T);
        else reject(new Error(answer.error));
      });
      if (this.#ended) {
        this.#open.get(id)?.({ answer: id, error: this.#obituary() });
        return;
      }
      if (signal.aborted) aborted();
      signal.addEventListener('abort', aborted, { once: true });
      this.#child.send({ question, id, body } satisfies Question);
    });
  }

  /** Asks it to end, and after `graceMs` makes it. */
  async stop(graceMs = 8_000): Promise<void> {
    if (this.#ended) return;
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), graceMs);
    await this.#exited;
    clearTimeout(timer);
  }

  #obituary(): string {
    const tail = readFileSync(this.#logFile, 'utf8').trimEnd().split('\n');
    return `The ${this.#name} has ended. Its output ends with:\n${tail
      .slice(-15)
      .join('\n')}`;
  }
}
