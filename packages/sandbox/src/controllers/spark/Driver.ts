import type { Process, ProcessHost } from '../pods/Process';
import { allocationTarget, executorsWanted } from './allocationTarget';
import type { DriverProgram } from './DriverProgram';
import { AppStatus } from '../sparkUi/AppStatus';
import { applicationOf, listenForUi } from './driverUi';
import { ExecutorPool } from './ExecutorPool';
import { JobProgress } from './JobProgress';
import { abortedJob, programOutput, thrownByProgram } from './programOutput';
import { SparkLog } from './SparkLog';

const BOOT_MS = 250;
const CONTEXT_MS = 900;
const TICK_MS = 1_000;
const REMOVE_EXECUTORS_MS = 850;
const SHUTDOWN_MS = 2_900;
/** What a run spends outside of its work: start, executors, shutdown. */
const OVERHEAD_MS = 6_500;
const SHORTEST_WORK_MS = 1_000;
const STARVED_EVERY_MS = 15_000;
const OOM_FROM = 0.35;
const OOM_EVERY_MS = 2_000;
const FATAL_LOSSES = 4;
const CRASH_EVERY_MS = 4_000;
const EXIT_MAX_EXECUTOR_FAILURES = 11;

/** The process of a driver: boots, gets executors, works off its tasks and ends as its program says. */
export class Driver implements Process {
  readonly #host: ProcessHost;
  readonly #program: DriverProgram;
  readonly #log: SparkLog;
  readonly #app: AppStatus;
  readonly #pool: ExecutorPool;
  readonly #job: JobProgress;
  readonly #workMs: number;
  #workedMs = 0;
  #doneMs = 0;
  #target = 0;
  #lastLossAt = 0;
  #starvedMs = 0;
  #cancel = () => {};
  #unlisten = () => {};

  constructor(host: ProcessHost, program: DriverProgram) {
    this.#host = host;
    this.#program = program;
    this.#log = new SparkLog(host);
    this.#app = new AppStatus(applicationOf(host, program));
    this.#pool = new ExecutorPool(host, program, this.#log, this.#app);
    this.#workMs = Math.max(
      program.behaviour.durationMs - OVERHEAD_MS,
      SHORTEST_WORK_MS,
    );
    if (host.elapsedMs > 0) {
      // Taken over from before a restart of the sandbox: what was due in between counts as done, the end is still to come.
      this.#workedMs = Math.max(0, host.elapsedMs - OVERHEAD_MS / 2);
      this.#doneMs = Math.min(this.#workedMs, this.#workMs * 0.98);
      this.#target = this.#pool.alive;
    }
    this.#job = new JobProgress({
      log: this.#log,
      clock: host.clock,
      app: this.#app,
      workMs: this.#workMs,
      behaviour: program.behaviour,
    });
  }

  /** Begins to run; nothing happens before. */
  start(): this {
    if (this.#doneMs > 0) {
      const { startedAt } = this.#app.application;
      const progress = this.#doneMs / this.#workMs;
      this.#job.resume(progress, startedAt, this.#pool.working());
      this.#listen();
      this.#next(TICK_MS, () => this.#tick());
    } else this.#next(BOOT_MS, () => this.#boot());
    return this;
  }

  terminate(): void {
    this.#cancel();
    this.#log.info('SparkContext', 'Invoking stop() from shutdown hook');
    this.#log.info(
      'SparkContext',
      'SparkContext is stopping with exitCode 143.',
    );
  }

  stop(): void {
    this.#cancel();
    this.#unlisten();
  }

  #next(ms: number, run: () => void): void {
    this.#cancel = this.#host.clock.after(ms, run);
  }

  #boot(): void {
    const { properties, mainFile, behaviour } = this.#program;
    this.#log.raw(
      '+ exec /usr/bin/tini -s -- /opt/spark/bin/spark-submit --deploy-mode client --properties-file /opt/spark/conf/spark.properties',
    );
    if (behaviour.unloadable) {
      this.#log.info(
        'SparkSubmit',
        `Loading ${mainFile || 'the application'} for ${
          properties['spark.app.name']
        }`,
      );
      const { log, exitCode } = behaviour.unloadable;
      this.#next(CONTEXT_MS, () => {
        this.#log.raw(...log);
        this.#log.info('ShutdownHookManager', 'Shutdown hook called');
        this.#host.exit({ code: exitCode });
      });
      return;
    }
    this.#next(CONTEXT_MS, () => this.#startContext());
  }

  #startContext(): void {
    const { properties } = this.#program;
    const version = this.#host.pod.metadata.labels?.['spark-version'];
    this.#log.info('SparkContext', `Running Spark version ${version}`);
    this.#log.info('SparkContext', 'OS info Linux, 6.12.48, amd64');
    this.#log.info('SparkContext', 'Java version 17.0.16');
    this.#log.info(
      'SparkContext',
      `Submitted application: ${properties['spark.app.name']}`,
    );
    this.#log.info(
      'Utils',
      "Successfully started service 'sparkDriver' on port 7078.",
    );
    this.#log.info('JettyUtils', `Start Jetty 0.0.0.0:4040 for SparkUI`);
    this.#listen();
    this.#log.info(
      'SparkKubernetesClientFactory',
      'Auto-configuring K8S client using current context from users K8S config file',
    );
    this.#next(TICK_MS / 2, () => {
      this.#job.start();
      this.#tick();
    });
  }

  /** Serves the application's UI and REST API, unless its configuration has none. */
  #listen(): void {
    this.#unlisten = listenForUi(this.#host, this.#program, this.#app);
  }

  #tick(): void {
    this.#workedMs += TICK_MS;
    this.#pool.refresh();
    if (!this.#allocate()) return;
    const { behaviour } = this.#program;
    const working = this.#pool.working();
    const progress = this.#doneMs / this.#workMs;
    if (behaviour.oom === 'driver' && progress >= 0.5) {
      this.#host.exit({ code: 137, reason: 'OOMKilled' });
      return;
    }
    if (behaviour.evictsDriver && progress >= 0.5) {
      this.#host.exit({ code: 137, reason: 'Evicted' });
      return;
    }
    if (this.#loseExecutor(progress)) return;
    if (working.length === 0) this.#starve();
    else if (!this.#isHeldUp(progress) && !this.#job.straggles()) {
      const share = working.length / executorsWanted(this.#program.properties);
      this.#doneMs += TICK_MS * Math.min(1, Math.max(share, 0.2));
      this.#starvedMs = 0;
      this.#job.advance(this.#doneMs / this.#workMs, working);
    }
    if (this.#doneMs >= this.#workMs) this.#end();
    else this.#next(TICK_MS, () => this.#tick());
  }

  /** Asks for one executor more or lets one go; false when the driver cannot go on. */
  #allocate(): boolean {
    const { properties } = this.#program;
    const target = allocationTarget(properties, {
      workedMs: this.#workedMs,
      progress: this.#doneMs / this.#workMs,
    });
    if (target > this.#target) {
      this.#log.info(
        'ExecutorPodsAllocator',
        `Going to request ${
          target - this.#target
        } executors from Kubernetes for ResourceProfile Id: 0, target: ${target}, known: ${
          this.#pool.alive
        }, sharedSlotFromPendingPods: 2147483647.`,
      );
    }
    this.#target = target;
    const { alive } = this.#pool;
    if (alive < target) {
      if (this.#pool.request() !== 'forbidden') return true;
      this.#fail(
        1,
        'Exception in thread "main" org.apache.spark.SparkException: External scheduler cannot be instantiated',
        '\tat org.apache.spark.SparkContext$.org$apache$spark$SparkContext$$createTaskScheduler(SparkContext.scala:3204)',
        `Caused by: io.fabric8.kubernetes.client.KubernetesClientException: service account ${
          this.#host.pod.spec?.serviceAccountName
        } may not create pods in namespace ${
          this.#host.pod.metadata.namespace
        }`,
      );
      return false;
    }
    const idle = this.#pool.working().at(-1);
    if (alive > target && idle) {
      this.#log.info(
        'ExecutorAllocationManager',
        `Executors ${idle.id} removed due to idle timeout.`,
      );
      this.#pool.end(idle, { code: 0 });
      this.#host.clock.after(REMOVE_EXECUTORS_MS, () =>
        this.#pool.remove(idle.pod),
      );
    }
    return true;
  }

  /** Whether the program's own fault keeps it from getting on. */
  #isHeldUp(progress: number): boolean {
    const { oom, oomTimes, executorExitCode } = this.#program.behaviour;
    return (
      (oom === 'executor' &&
        progress >= OOM_FROM &&
        this.#pool.losses < (oomTimes ?? Infinity)) ||
      (executorExitCode !== undefined && executorExitCode !== 0)
    );
  }

  /** Lets an executor die where the program makes it; true when that was one too many. */
  #loseExecutor(progress: number): boolean {
    if (!this.#isHeldUp(progress)) return false;
    const { oom, executorExitCode } = this.#program.behaviour;
    const now = this.#host.clock.now();
    const task = this.#job.current();
    if (oom === 'executor') {
      if (now - this.#lastLossAt < OOM_EVERY_MS) return false;
      const victim = this.#pool.working()[0];
      if (!victim) return false;
      this.#lastLossAt = now;
      const losses = this.#pool.losses + 1;
      this.#log.warn(
        'TaskSetManager',
        `Lost task ${task.task}.${
          Math.min(losses, FATAL_LOSSES) - 1
        } in stage ${task.stage}.0 (TID ${task.tid + losses}) (${
          victim.address
        } executor ${victim.id}): ExecutorLostFailure (executor ${
          victim.id
        } exited caused by one of the running tasks)`,
      );
      this.#job.lose(victim);
      this.#pool.end(victim, { code: 137, reason: 'OOMKilled' });
      if (losses < FATAL_LOSSES) return false;
      this.#log.error(
        'TaskSetManager',
        `Task ${task.task} in stage ${task.stage}.0 failed 4 times; aborting job`,
      );
      this.#fail(1, ...abortedJob(task, victim));
      return true;
    }
    if (now - this.#lastLossAt < CRASH_EVERY_MS) return false;
    const victim = this.#pool.working()[0];
    if (!victim) return false;
    this.#lastLossAt = now;
    this.#job.lose(victim);
    this.#pool.end(victim, { code: executorExitCode ?? 1 });
    const most = this.#mostLosses();
    if (this.#pool.losses + 1 <= most) return false;
    this.#log.error(
      'ExecutorPodsAllocator',
      `Max number of executor failures (${most}) reached`,
    );
    this.#fail(EXIT_MAX_EXECUTOR_FAILURES);
    return true;
  }

  /** Spark 3.5 and later give up after twice the executors, at least three; earlier ones never do. */
  #mostLosses(): number {
    const { properties } = this.#program;
    const set = Number(properties['spark.executor.maxNumFailures']);
    if (set > 0) return set;
    const version = this.#host.pod.metadata.labels?.['spark-version'] ?? '';
    if (/^(?:[0-2]\.|3\.[0-4]\b)/.test(version)) return Infinity;
    return Math.max(3, 2 * executorsWanted(properties));
  }

  #starve(): void {
    this.#starvedMs += TICK_MS;
    if (this.#starvedMs % STARVED_EVERY_MS !== 0) return;
    this.#log.warn(
      'TaskSchedulerImpl',
      'Initial job has not accepted any resources; check your cluster UI to ensure that workers are registered and have sufficient resources',
    );
  }

  #end(): void {
    const { behaviour } = this.#program;
    if (behaviour.exitCode !== 0) {
      this.#fail(behaviour.exitCode, ...thrownByProgram(behaviour.exitCode));
      return;
    }
    this.#job.end(this.#workedMs);
    this.#log.raw(...programOutput(behaviour.program, this.#host.random));
    this.#shutDown(0);
  }

  #fail(exitCode: number, ...lines: string[]): void {
    this.#log.raw(...lines);
    this.#app.jobEnded('FAILED', this.#host.clock.now(), lines[0]);
    this.#shutDown(exitCode);
  }

  #shutDown(exitCode: number): void {
    this.#log.info(
      'SparkContext',
      `SparkContext is stopping with exitCode ${exitCode}.`,
    );
    this.#log.info(
      'KubernetesClusterSchedulerBackend',
      'Shutting down all executors',
    );
    for (const executor of this.#pool.working()) {
      this.#pool.end(executor, { code: 0 });
    }
    this.#next(REMOVE_EXECUTORS_MS, () => {
      for (const name of this.#pool.names()) this.#pool.remove(name);
      this.#next(SHUTDOWN_MS - REMOVE_EXECUTORS_MS, () => {
        this.#unlisten();
        this.#log.info('SparkContext', 'Successfully stopped SparkContext');
        this.#log.info('ShutdownHookManager', 'Shutdown hook called');
        this.#host.exit({ code: exitCode });
      });
    });
  }
}
