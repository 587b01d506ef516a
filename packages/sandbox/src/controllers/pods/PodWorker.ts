import type { Clock, KubeObject, SandboxApi } from '../../types';
import { timestamp } from '../../clock/timestamps';
import { instant } from '../instant';
import { seededRandom } from '../random';
import { NODES, PODS } from '../refs';
import { ImagePuller } from './ImagePuller';
import {
  podStatus,
  type ContainerState,
  type ContainerStatus,
  type PodStatus,
} from './PodStatus';
import type { Exit, Launcher, Process } from './Process';
import {
  buriedStatuses,
  containerStatus,
  evictionStatus,
  terminatedState,
} from './containerStatus';
import { Terminations } from './Terminations';
import { nodeAddress } from './nodes';
import { podConditions, type PodStage } from './podConditions';
import {
  backoffMessage,
  endedBefore,
  restartBackoffMs,
  restartsContainers,
} from './restarts';
import { terminationMessage } from './terminationMessage';

const SANDBOX_MS = 380;
const START_MS = 70;
const CLEAN_UP_MS = 1_150;
const LET_GO_MS = 260;

/** How a worker reaches the rest of its node. */
export interface PodWorkerHost {
  readonly api: SandboxApi;
  readonly clock: Clock;
  readonly launchers: readonly Launcher[];
  kill(namespace: string, pod: string, exit: Exit): void;
}

interface Container {
  name: string;
  image?: string;
  imagePullPolicy?: string;
}

/**
 * The node's care for one pod, a step at a time: sandbox, image, start, end, removal. Each step reads the pod's status and
 * moves it on, so a worker can take over a pod in any state; only the processes are its own memory.
 */
export class PodWorker {
  readonly #host: PodWorkerHost;
  readonly #puller: ImagePuller;
  readonly #processes = new Map<string, Process | undefined>();
  #dueAt = 0;
  #pulled: string | undefined;
  #terminating = false;
  readonly #terminations = new Terminations();

  constructor(host: PodWorkerHost) {
    this.#host = host;
    this.#puller = new ImagePuller(host.api, host.clock);
  }

  /** Takes one step; returns in how many ms the next one is due, or undefined to wait for a change of the pod. */
  step(pod: KubeObject): number | undefined {
    const now = this.#host.clock.now();
    if (pod.metadata.deletionTimestamp) return this.#remove(pod, now);
    const states = (podStatus(pod).containerStatuses ?? []).map(
      ({ state }) => state,
    );
    if (
      podStatus(pod).phase === 'Succeeded' ||
      podStatus(pod).phase === 'Failed'
    ) {
      return undefined;
    }
    if (states.length === 0) return this.#create(pod);
    if (states.every(state => state.terminated)) {
      if (this.#dueAt > now) return this.#dueAt - now;
      return restartsContainers(pod)
        ? this.#backOff(pod, now)
        : this.#finish(pod);
    }
    if (states.some(state => state.running)) {
      this.#resume(pod);
      return undefined;
    }
    return this.#dueAt > now ? this.#dueAt - now : this.#start(pod);
  }

  /** Ends a container now, whatever it is doing. */
  exit(pod: KubeObject, container: string, exit: Exit): void {
    this.#processes.get(container)?.stop();
    this.#processes.set(container, undefined);
    const current = this.#current(pod);
    if (!current) return;
    const now = this.#host.clock.now();
    const said = terminationMessage(this.#host.api, current, container, exit);
    const statuses = (podStatus(current).containerStatuses ?? []).map(status =>
      status.name === container && !status.state.terminated
        ? containerStatus(
            current,
            status,
            terminatedState(exit, status.state.running?.startedAt, now, said),
          )
        : status,
    );
    this.#host.api.endLog(current, container);
    const ended = statuses.every(({ state }) => state.terminated);
    const stage: PodStage =
      statuses.every(({ state }) => state.terminated?.exitCode === 0) || !ended
        ? 'completed'
        : 'failed';
    this.#dueAt = now + CLEAN_UP_MS;
    this.#write(current, ended ? stage : undefined, {
      ...evictionStatus(exit),
      containerStatuses: statuses,
    });
  }

  stop(): void {
    for (const process of this.#processes.values()) process?.stop();
    this.#processes.clear();
  }

  #current(pod: KubeObject): KubeObject | undefined {
    const { namespace, name, uid } = pod.metadata;
    const current = this.#host.api.get(PODS, namespace, name);
    return current?.metadata.uid === uid ? current : undefined;
  }

  #create(pod: KubeObject): number {
    const now = this.#host.clock.now();
    const hostIP = nodeAddress(
      this.#host.api.get(NODES, undefined, pod.spec?.nodeName),
    );
    this.#dueAt = now + SANDBOX_MS;
    this.#write(pod, 'creating', {
      phase: 'Pending',
      hostIP,
      hostIPs: [{ ip: hostIP }],
      startTime: timestamp(now),
      containerStatuses: this.#containers(pod).map(container =>
        containerStatus(pod, container, {
          waiting: { reason: 'ContainerCreating' },
        }),
      ),
    });
    return SANDBOX_MS;
  }

  #start(pod: KubeObject): number | undefined {
    const now = this.#host.clock.now();
    const status = podStatus(pod);
    const image = this.#containers(pod)[0];
    if (this.#pulled !== undefined) return this.#run(pod, this.#pulled);
    const pull = this.#puller.step(
      pod,
      image?.image ?? '',
      image?.imagePullPolicy,
    );
    this.#dueAt = now + pull.delayMs;
    const sandboxed = this.#withAddress(pod, status);
    if (pull.state === 'waiting') {
      const waiting = { reason: pull.reason, message: pull.message };
      this.#setStates(pod, 'sandboxed', { waiting }, sandboxed);
      return pull.delayMs;
    }
    this.#setStates(
      pod,
      'sandboxed',
      { waiting: { reason: 'ContainerCreating' } },
      sandboxed,
    );
    this.#pulled = pull.pulled;
    this.#dueAt = now + pull.delayMs + START_MS;
    return pull.delayMs + START_MS;
  }

  #run(pod: KubeObject, pulled: string): undefined {
    this.#event(pod, 'Pulled', pulled);
    this.#event(pod, 'Created', 'Container created');
    this.#event(pod, 'Started', 'Container started');
    const running = { startedAt: timestamp(this.#host.clock.now()) };
    const written = this.#write(pod, 'running', {
      phase: 'Running',
      containerStatuses: this.#containers(pod).map(container =>
        this.#started(pod, container, running),
      ),
    });
    for (const { name } of this.#containers(pod)) {
      this.#launch(written, name, 0);
    }
  }

  /** A container that runs; one that ran before keeps that instance's end and log as the previous ones. */
  #started(
    pod: KubeObject,
    container: Container,
    running: { startedAt: string },
  ): ContainerStatus {
    const old = podStatus(pod).containerStatuses?.find(
      ({ name }) => name === container.name,
    );
    const terminated = endedBefore(old);
    const status = containerStatus(pod, container, { running });
    if (!old || !terminated) return status;
    this.#host.api.rotateLog(pod, container.name);
    return {
      ...status,
      restartCount: old.restartCount + 1,
      lastState: { terminated },
    };
  }

  #resume(pod: KubeObject): void {
    const now = this.#host.clock.now();
    for (const { name, state } of podStatus(pod).containerStatuses ?? []) {
      if (state.running && !this.#processes.has(name)) {
        const startedAt = instant(state.running.startedAt) ?? now;
        this.#launch(pod, name, Math.max(1, now - startedAt));
      }
    }
  }

  #launch(pod: KubeObject, container: string, elapsedMs: number): void {
    const { api, clock, launchers } = this.#host;
    // Marked first: a process may exit while it is being launched.
    this.#processes.set(container, undefined);
    for (const launcher of launchers) {
      const process = launcher({
        api,
        clock,
        pod,
        container,
        elapsedMs,
        random: seededRandom(`${pod.metadata.uid}/${container}`),
        log: line => api.appendLog(pod, container, `${line}\n`),
        exit: exit => this.exit(pod, container, exit),
        kill: (namespace, name, exit) => this.#host.kill(namespace, name, exit),
      });
      if (process) {
        this.#processes.set(container, process);
        return;
      }
    }
  }

  /** Containers that ended are started again, each time a little later. */
  #backOff(pod: KubeObject, now: number): number | undefined {
    const statuses = podStatus(pod).containerStatuses ?? [];
    const delayMs = restartBackoffMs(statuses[0].restartCount);
    this.#dueAt = now + delayMs;
    if (delayMs === 0) return this.#start(pod);
    const containerStatuses = statuses.map(status => {
      const { waiting, event } = backoffMessage(pod, status.name, delayMs);
      this.#event(pod, 'BackOff', event, 'Warning');
      return {
        ...status,
        state: { waiting: { reason: 'CrashLoopBackOff', message: waiting } },
        lastState: status.state,
      };
    });
    this.#write(pod, 'sandboxed', { containerStatuses });
    return delayMs;
  }

  #finish(pod: KubeObject): undefined {
    const completed = (podStatus(pod).containerStatuses ?? []).every(
      ({ state }) => state.terminated?.exitCode === 0,
    );
    this.#write(pod, completed ? 'cleaned-completed' : 'cleaned-failed', {
      phase: completed ? 'Succeeded' : 'Failed',
    });
    return undefined;
  }

  #remove(pod: KubeObject, now: number): number | undefined {
    const statuses = podStatus(pod).containerStatuses ?? [];
    if (statuses.some(({ state }) => state.running)) {
      if (!this.#terminating) {
        this.#terminating = true;
        for (const { name, state } of statuses) {
          if (state.running) this.#terminate(pod, name, now);
        }
      }
      const waits = statuses
        .filter(({ state }) => state.running)
        .map(({ name }) => this.#endIfDue(pod, name, now));
      return Math.min(...waits);
    }
    const { phase } = podStatus(pod);
    if (statuses.length > 0 && phase !== 'Failed' && phase !== 'Succeeded') {
      this.#bury(pod, statuses);
      this.#dueAt = now + LET_GO_MS;
      return LET_GO_MS;
    }
    if (this.#dueAt > now) return this.#dueAt - now;
    this.#host.api.delete(PODS, pod.metadata.namespace, pod.metadata.name, {
      uid: pod.metadata.uid,
      gracePeriodSeconds: 0,
    });
    return undefined;
  }

  #terminate(pod: KubeObject, container: string, now: number): void {
    this.#event(pod, 'Killing', `Stopping container ${container}`);
    const ending = this.#processes.get(container)?.terminate?.() ?? undefined;
    const { deletionGracePeriodSeconds = 0 } = pod.metadata;
    const graceMs = deletionGracePeriodSeconds * 1_000;
    this.#terminations.begin(container, ending, graceMs, now);
  }

  /** Ends a container in termination whose time has come; answers in how many ms it comes. */
  #endIfDue(pod: KubeObject, container: string, now: number): number {
    const remainingMs = this.#terminations.remainingMs(container, now);
    if (remainingMs === 0) {
      this.exit(pod, container, this.#terminations.exitOf(container));
    }
    return remainingMs;
  }

  /** The last status of a pod in deletion. */
  #bury(pod: KubeObject, statuses: readonly ContainerStatus[]): void {
    const containerStatuses = buriedStatuses(pod, statuses);
    const completed = containerStatuses.every(
      ({ state }) => state.terminated?.exitCode === 0,
    );
    this.#write(pod, completed ? 'cleaned-completed' : 'cleaned-failed', {
      phase: completed ? 'Succeeded' : 'Failed',
      containerStatuses,
    });
  }

  #withAddress(pod: KubeObject, status: PodStatus): Partial<PodStatus> {
    if (status.podIP) return {};
    const random = seededRandom(pod.metadata.uid);
    const podIP = `10.244.${Math.floor(random() * 4)}.${
      2 + Math.floor(random() * 250)
    }`;
    return { podIP, podIPs: [{ ip: podIP }] };
  }

  #containers(pod: KubeObject): Container[] {
    return pod.spec?.containers ?? [];
  }

  #setStates(
    pod: KubeObject,
    stage: PodStage,
    state: ContainerState,
    more: Partial<PodStatus>,
  ): KubeObject {
    return this.#write(pod, stage, {
      ...more,
      containerStatuses: this.#containers(pod).map(container =>
        containerStatus(pod, container, state),
      ),
    });
  }

  #write(
    pod: KubeObject,
    stage: PodStage | undefined,
    change: Partial<PodStatus>,
  ): KubeObject {
    const { api, clock } = this.#host;
    const current = this.#current(pod) ?? pod;
    return api.updateStatus(PODS, {
      ...current,
      status: {
        ...podStatus(current),
        observedGeneration: current.metadata.generation ?? 1,
        ...(stage
          ? { conditions: podConditions(current, stage, clock.now()) }
          : {}),
        ...change,
      },
    });
  }

  #event(
    pod: KubeObject,
    reason: string,
    message: string,
    type: 'Normal' | 'Warning' = 'Normal',
  ): void {
    this.#host.api.recordEvent({
      involved: pod,
      type,
      reason,
      message,
      component: 'kubelet',
    });
  }
}
