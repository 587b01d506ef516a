import { timestamp } from '../../clock/timestamps';
import type { PortAnswer, PortRequest } from '../../types';
import type { Ending, Process, ProcessHost } from '../pods/Process';
import { jupyterTime, startLines, type ServerKind } from './serverImage';
import { serverPage } from './serverPage';

const BOOT_MS = 1_400;
/** Kernels are interrupted and files are saved. */
const SHUTDOWN_MS = 4_000;

/** What a notebook server is started as. */
export interface ServerProgram {
  kind: ServerKind;
  /** What people call it: `notebook server geo-lab`. */
  title: string;
  port: number;
  /** The path that it answers below, without a slash at its end. */
  prefix: string;
  /** A kernel that never rests, by the environment variable SANDBOX_KERNEL=busy. */
  busy: boolean;
  /** The last time that somebody worked in it, where that is known from before a restart of the sandbox. */
  lastActivity?: number;
}

const json = (body: unknown): PortAnswer => ({
  status: 200,
  contentType: 'application/json',
  body: JSON.stringify(body),
});

/**
 * The process of a notebook server: a page for people, and Jupyter's REST API as far as it is asked about activity. A visit
 * of the page counts as work in its one kernel.
 */
export class NotebookServer implements Process {
  readonly #host: ProcessHost;
  readonly #program: ServerProgram;
  #lastActivity: number;
  #cancel = () => {};
  #unlisten = () => {};

  constructor(host: ProcessHost, program: ServerProgram) {
    this.#host = host;
    this.#program = program;
    this.#lastActivity = program.lastActivity ?? host.clock.now();
  }

  start(): this {
    const { clock, elapsedMs } = this.#host;
    this.#cancel = clock.after(elapsedMs > 0 ? 0 : BOOT_MS, () => this.#boot());
    return this;
  }

  terminate(): Ending {
    if (this.#program.kind === 'jupyter') {
      this.#log('C', 'received signal 15, stopping');
      this.#log('I', 'Shutting down 1 kernel');
    }
    this.#unlisten();
    return { afterMs: SHUTDOWN_MS, code: 0 };
  }

  stop(): void {
    this.#cancel();
    this.#unlisten();
  }

  #boot(): void {
    const { api, clock, elapsedMs, pod } = this.#host;
    const { kind, port, prefix } = this.#program;
    if (elapsedMs === 0) {
      const { name } = pod.metadata;
      for (const line of startLines(kind, clock.now(), name, prefix)) {
        this.#host.log(line);
      }
    }
    this.#unlisten = api.listen(pod, port, request => this.#answer(request));
  }

  #answer({ path }: PortRequest): PortAnswer {
    const { kind, prefix } = this.#program;
    const below = path.slice(prefix.length).replace(/\/$/, '');
    if (!path.startsWith(prefix)) {
      return { status: 404, contentType: 'text/plain', body: 'Not Found' };
    }
    if (below === '' || below === '/lab') return this.#visit();
    if (kind === 'jupyter' && below === '/api/kernels') {
      return json([this.#kernel()]);
    }
    if (kind === 'jupyter' && below === '/api/status') {
      return json({
        connections: 0,
        kernels: 1,
        last_activity: this.#kernel().last_activity,
        started: timestamp(this.#startedAt()),
      });
    }
    return { status: 404, contentType: 'text/plain', body: 'Not Found' };
  }

  #kernel() {
    const { clock, pod } = this.#host;
    const { busy } = this.#program;
    const at = busy ? clock.now() : this.#lastActivity;
    return {
      id: pod.metadata.uid,
      name: 'python3',
      last_activity: timestamp(at),
      execution_state: busy ? 'busy' : 'idle',
      connections: 0,
    };
  }

  #visit(): PortAnswer {
    const { clock, pod } = this.#host;
    const { kind, title } = this.#program;
    this.#lastActivity = clock.now();
    if (kind === 'jupyter') this.#log('I', '302 GET / (sandbox visitor)');
    return {
      status: 200,
      contentType: 'text/html; charset=utf-8',
      body: serverPage({
        kind,
        title,
        namespace: pod.metadata.namespace ?? '',
        pod: pod.metadata.name,
        image: pod.spec?.containers?.[0]?.image ?? '',
        startedAt: this.#startedAt(),
        now: clock.now(),
      }),
    };
  }

  #startedAt(): number {
    const [status] = this.#host.pod.status?.containerStatuses ?? [];
    return Date.parse(status?.state?.running?.startedAt ?? '') || 0;
  }

  #log(level: 'I' | 'C', text: string): void {
    this.#host.log(
      `[${level} ${jupyterTime(this.#host.clock.now())} ServerApp] ${text}`,
    );
  }
}
