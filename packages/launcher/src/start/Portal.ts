import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ManagedProcess } from '../ManagedProcess';
import { DATA, NODE_TRANSFORM, ROOT } from '../paths';
import { say, seconds } from '../say';
import { DataFolder } from './DataFolder';
import { buildFrontend } from './frontendBuild';
import { StartOptions } from './options';
import {
  portalConfig,
  SandboxAddress,
  writePortalConfig,
} from './portalConfig';
import { untilReady } from './readiness';

/** The person whose session tells that the portal is ready. */
const PROBE_PERSON = 'ada';
const READY_WITHIN_MS = 180_000;
/** What Node has compiled once it reads the next time: a fifth of the work of a start. */
const COMPILED = { NODE_COMPILE_CACHE: join(DATA, 'compile-cache') };

/** Sandbox, backend and frontend of one start, on one loopback origin. */
export class Portal {
  readonly url: string;
  readonly #options: StartOptions;
  readonly #data: DataFolder;
  readonly #nodeOptions: readonly string[];
  readonly #processes: ManagedProcess[] = [];
  readonly #abort = new AbortController();
  #opened = false;

  /** @param preload - modules that its processes load before all else */
  constructor(
    options: StartOptions,
    dataDir = DATA,
    preload: readonly string[] = [],
  ) {
    this.#options = options;
    this.#nodeOptions = [NODE_TRANSFORM, ...preload].flatMap(module => [
      '--require',
      module,
    ]);
    this.#data = new DataFolder(dataDir);
    this.url = `http://localhost:${options.port}`;
  }

  /** Kubeconfig by which kubectl reaches the sandbox as its administrator. */
  get sandboxKubeconfig(): string {
    return this.#data.file('sandbox', 'kubeconfig');
  }

  /** Resolves when people can sign in and the first lists are done. */
  async start(): Promise<void> {
    const started = Date.now();
    this.#data.open(this.#options.fresh);
    this.#opened = true;
    await buildFrontend(this.#data.file('logs', 'frontend-build.log'));
    const sandbox = this.#options.kubeconfig
      ? undefined
      : await this.#startSandbox();
    this.#startBackend(sandbox);
    await Promise.race([
      untilReady({
        baseUrl: this.url,
        person: PROBE_PERSON,
        signal: this.#abort.signal,
        deadlineMs: READY_WITHIN_MS,
        onStage: say,
      }),
      this.unexpectedEnd(),
    ]);
    say(`Ready after ${seconds(Date.now() - started)}.`);
  }

  /** Rejects when one of the processes ends by itself. */
  async unexpectedEnd(): Promise<never> {
    const ended = await Promise.race(
      this.#processes.map(async process => {
        await process.exited;
        return process;
      }),
    );
    // Output that was under way lands in the file first.
    await sleep(200);
    throw new Error(
      `The ${ended.name} has ended. Its output ends with:\n${ended.tail()}`,
    );
  }

  /** Tells all its processes something, as `{type, body}`. */
  tell(type: string, body: unknown): void {
    for (const process of this.#processes) process.send(type, body);
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    // The backend first: its streams and watches end before the cluster goes.
    for (const process of [...this.#processes].reverse()) await process.stop();
    if (this.#opened) this.#data.close();
  }

  async #startSandbox(): Promise<SandboxAddress> {
    say('Starting the sandbox cluster ...');
    const process = new ManagedProcess({
      name: 'sandbox',
      cwd: ROOT,
      args: [
        ...this.#nodeOptions,
        join(ROOT, 'packages/launcher/src/sandbox/main.ts'),
        this.#data.file('sandbox'),
        this.url,
      ],
      env: COMPILED,
      logFile: this.#data.file('logs', 'sandbox.log'),
    });
    this.#processes.push(process);
    try {
      return await process.message<SandboxAddress>('address');
    } catch (error) {
      throw new Error(
        `The sandbox did not start (${String(error)}):\n${process.tail()}`,
      );
    }
  }

  #startBackend(sandbox: SandboxAddress | undefined): void {
    const { port, kubeconfig, contexts, config } = this.#options;
    const overlay = this.#data.file('portal', 'app-config.yaml');
    writePortalConfig(
      overlay,
      portalConfig({
        port,
        dataDir: this.#data.file('portal'),
        sandbox,
        kubeconfig: kubeconfig ? { path: kubeconfig, contexts } : undefined,
      }),
    );
    this.#processes.push(
      new ManagedProcess({
        name: 'backend',
        cwd: ROOT,
        args: [
          ...this.#nodeOptions,
          join(ROOT, 'packages/backend/src/index.ts'),
          ...[join(ROOT, 'app-config.yaml'), overlay, ...config].flatMap(
            file => ['--config', file],
          ),
        ],
        env: { ...COMPILED, NODE_ENV: 'production' },
        logFile: this.#data.file('logs', 'backend.log'),
      }),
    );
  }
}
