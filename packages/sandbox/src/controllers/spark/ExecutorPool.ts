import type { KubeObject, Principal } from '../../types';
import { StatusError } from '../../types';
import type { AppStatus } from '../sparkUi/AppStatus';
import { instant } from '../instant';
import { isFinished } from '../quotaUsage';
import { PODS } from '../refs';
import { podStatus } from '../pods/PodStatus';
import type { Exit, ProcessHost } from '../pods/Process';
import type { DriverProgram } from './DriverProgram';
import { LABEL_EXECUTOR_ID, LABEL_ROLE, LABEL_SELECTOR } from './sparkLabels';
import type { SparkLog } from './SparkLog';
import { parseSparkMemory } from './sparkMemory';
import { executorPod } from './sparkPods';

const REGISTER_MS = 500;
const COMPLAIN_EVERY_MS = 10_000;
const BACKEND = 'KubernetesClusterSchedulerBackend$KubernetesDriverEndpoint';

/** An executor that has registered with the driver. */
export interface Executor {
  id: number;
  pod: string;
  address: string;
}

const executorPort = (id: number) => 40_000 + ((id * 97) % 9_000);

const executorId = (pod: KubeObject) =>
  Number(pod.metadata.labels?.[LABEL_EXECUTOR_ID] ?? 0);

/** The executors of one driver: asked for one by one through the API as the driver's service account, watched, let go. */
export class ExecutorPool {
  readonly #host: ProcessHost;
  readonly #program: DriverProgram;
  readonly #log: SparkLog;
  readonly #app: AppStatus;
  readonly #registered = new Set<number>();
  readonly #lost = new Set<number>();
  readonly #released = new Set<number>();
  #nextId = 1;
  #complainedAt = -Infinity;

  constructor(
    host: ProcessHost,
    program: DriverProgram,
    log: SparkLog,
    app: AppStatus,
  ) {
    this.#host = host;
    this.#app = app;
    this.#program = program;
    this.#log = log;
    for (const pod of this.#pods()) {
      this.#nextId = Math.max(this.#nextId, executorId(pod) + 1);
      if (host.elapsedMs === 0) continue;
      if (podStatus(pod).phase === 'Running') {
        this.#register(pod, executorId(pod));
      }
      if (podStatus(pod).phase === 'Failed') this.#lost.add(executorId(pod));
    }
  }

  /** Executors that failed since the driver started. */
  get losses(): number {
    return this.#lost.size;
  }

  /** Executors that are there or on their way. */
  get alive(): number {
    return this.#pods().filter(pod => this.#isAlive(pod)).length;
  }

  /** Registered executors that can take tasks. */
  working(): Executor[] {
    return this.#pods()
      .filter(
        pod => this.#isAlive(pod) && this.#registered.has(executorId(pod)),
      )
      .map(pod => ({
        id: executorId(pod),
        pod: pod.metadata.name,
        address: podStatus(pod).podIP ?? '',
      }))
      .sort((left, right) => left.id - right.id);
  }

  /** Notices executors that came up or were lost since the last look. */
  refresh(): void {
    const now = this.#host.clock.now();
    for (const pod of this.#pods()) {
      const id = executorId(pod);
      const { phase, podIP, containerStatuses } = podStatus(pod);
      const running = containerStatuses?.[0]?.state.running;
      const since = instant(running?.startedAt);
      if (
        since !== undefined &&
        now - since >= REGISTER_MS &&
        !this.#registered.has(id)
      ) {
        this.#register(pod, id);
        this.#log.info(
          BACKEND,
          `Registered executor NettyRpcEndpointRef(spark-client://Executor) (${podIP}:${executorPort(
            id,
          )}) with ID ${id}, ResourceProfileId 0`,
        );
      }
      if (
        phase === 'Failed' &&
        !this.#lost.has(id) &&
        !this.#released.has(id)
      ) {
        this.#lose(pod, id);
      }
    }
  }

  /**
   * Asks for one more executor.
   *
   * @returns `forbidden` when the service account may not create pods at all, which no waiting heals.
   */
  request(): 'created' | 'refused' | 'forbidden' {
    const { pod: driver } = this.#host;
    const id = this.#nextId;
    const pod = executorPod(
      driver,
      this.#program.properties,
      id,
      this.#program.mainFile,
    );
    try {
      this.#host.api.create(
        PODS,
        driver.metadata.namespace,
        pod,
        this.#principal(),
      );
      this.#nextId += 1;
      return 'created';
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      this.#complain(error);
      return / cannot create resource "pods"/.test(error.message)
        ? 'forbidden'
        : 'refused';
    }
  }

  /** Ends the process of an executor as the kernel, its own fault or the driver would. */
  end(executor: Executor, exit: Exit): void {
    if (exit.code === 0) {
      this.#released.add(executor.id);
      this.#forget(executor.id, 'Executor killed by driver.');
    }
    const { namespace = '' } = this.#host.pod.metadata;
    this.#host.kill(namespace, executor.pod, exit);
  }

  /** Deletes the pod of an executor that has ended, unless the application keeps them. */
  remove(pod: string): void {
    const { properties } = this.#program;
    if (
      properties['spark.kubernetes.executor.deleteOnTermination'] === 'false'
    ) {
      return;
    }
    const { namespace } = this.#host.pod.metadata;
    if (!this.#host.api.get(PODS, namespace, pod)) return;
    this.#host.api.delete(PODS, namespace, pod);
  }

  /** Every executor pod that is left, by name. */
  names(): string[] {
    return this.#pods().map(pod => pod.metadata.name);
  }

  #isAlive(pod: KubeObject): boolean {
    const id = executorId(pod);
    return (
      !isFinished(pod) &&
      !pod.metadata.deletionTimestamp &&
      !this.#released.has(id) &&
      !podStatus(pod).containerStatuses?.[0]?.state.terminated
    );
  }

  #register(pod: KubeObject, id: number): void {
    const { properties } = this.#program;
    const running = podStatus(pod).containerStatuses?.[0]?.state.running;
    this.#registered.add(id);
    this.#app.executorAdded({
      id: String(id),
      hostPort: `${podStatus(pod).podIP}:${executorPort(id)}`,
      cores: Number(properties['spark.executor.cores'] ?? 1) || 1,
      memoryMebi: parseSparkMemory(properties['spark.executor.memory']) ?? 1024,
      addedAt: instant(running?.startedAt) ?? this.#host.clock.now(),
    });
  }

  #forget(id: number, reason: string): void {
    this.#app.executorRemoved(String(id), reason, this.#host.clock.now());
  }

  #lose(pod: KubeObject, id: number): void {
    this.#lost.add(id);
    const end = podStatus(pod).containerStatuses?.[0]?.state.terminated;
    const code = end?.exitCode ?? -1;
    const cause =
      code === 137 ? '137(SIGKILL, possible container OOM)' : String(code);
    this.#forget(
      id,
      `The executor with id ${id} exited with exit code ${cause}.`,
    );
    this.#log.error(
      'TaskSchedulerImpl',
      `Lost executor ${id} on ${podStatus(pod).podIP}: `,
    );
    this.#log.raw(`The executor with id ${id} exited with exit code ${cause}.`);
    this.remove(pod.metadata.name);
  }

  #complain(error: StatusError): void {
    const now = this.#host.clock.now();
    if (now - this.#complainedAt < COMPLAIN_EVERY_MS) return;
    this.#complainedAt = now;
    this.#log.warn(
      'ExecutorPodsSnapshotsStoreImpl',
      'Exception when notifying snapshot subscriber.',
    );
    this.#log.raw(
      `io.fabric8.kubernetes.client.KubernetesClientException: Failure executing: POST at: https://kubernetes.default.svc/api/v1/namespaces/${
        this.#host.pod.metadata.namespace
      }/pods. Message: ${
        error.message
      }. Received status: Status(apiVersion=v1, code=${
        error.status.code
      }, kind=Status, reason=${error.status.reason}, status=Failure).`,
      '\tat io.fabric8.kubernetes.client.dsl.internal.OperationSupport.requestFailure(OperationSupport.java:642)',
      '\tat io.fabric8.kubernetes.client.dsl.internal.BaseOperation.create(BaseOperation.java:1155)',
      '\tat org.apache.spark.scheduler.cluster.k8s.ExecutorPodsAllocator.requestNewExecutors(ExecutorPodsAllocator.scala:440)',
    );
  }

  #principal(): Principal {
    const { namespace } = this.#host.pod.metadata;
    const account = this.#host.pod.spec?.serviceAccountName ?? 'default';
    return {
      user: `system:serviceaccount:${namespace}:${account}`,
      groups: [
        'system:serviceaccounts',
        `system:serviceaccounts:${namespace}`,
        'system:authenticated',
      ],
    };
  }

  #pods(): KubeObject[] {
    const { namespace } = this.#host.pod.metadata;
    return this.#host.api.list(PODS, namespace, {
      [LABEL_SELECTOR]: this.#program.properties['spark.app.id'] ?? '',
      [LABEL_ROLE]: 'executor',
    });
  }
}
