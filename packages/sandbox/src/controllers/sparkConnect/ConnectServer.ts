import type { Process, ProcessHost } from '../pods/Process';
import { allocationTarget } from '../spark/allocationTarget';
import { applicationOf, listenForUi } from '../spark/driverUi';
import type { DriverProgram } from '../spark/DriverProgram';
import { ExecutorPool } from '../spark/ExecutorPool';
import { SparkLog } from '../spark/SparkLog';
import { AppStatus } from '../sparkUi/AppStatus';

const BOOT_MS = 1_200;
const TICK_MS = 1_000;

/** The process of a Spark Connect server: has its executors and waits for clients until it is ended. */
export class ConnectServer implements Process {
  readonly #host: ProcessHost;
  readonly #program: DriverProgram;
  readonly #log: SparkLog;
  readonly #app: AppStatus;
  readonly #pool: ExecutorPool;
  #cancel = () => {};
  #unlisten = () => {};

  constructor(host: ProcessHost, program: DriverProgram) {
    this.#host = host;
    this.#program = program;
    this.#log = new SparkLog(host);
    this.#app = new AppStatus(applicationOf(host, program));
    this.#pool = new ExecutorPool(host, program, this.#log, this.#app);
  }

  start(): this {
    this.#cancel = this.#host.clock.after(BOOT_MS, () => this.#boot());
    return this;
  }

  terminate(): void {
    this.#log.info('SparkConnectServer', 'Spark Connect server is stopping.');
  }

  stop(): void {
    this.#cancel();
    this.#unlisten();
  }

  #boot(): void {
    if (this.#host.elapsedMs === 0) {
      this.#log.info(
        'SparkConnectServer',
        'Spark Connect server started at: 0:0:0:0:0:0:0:0:15002',
      );
    }
    this.#unlisten = listenForUi(this.#host, this.#program, this.#app);
    this.#tick();
  }

  #tick(): void {
    const { properties } = this.#program;
    this.#pool.refresh();
    const target = allocationTarget(properties, { workedMs: 0, progress: 0 });
    if (this.#pool.alive < target) this.#pool.request();
    this.#cancel = this.#host.clock.after(TICK_MS, () => this.#tick());
  }
}
