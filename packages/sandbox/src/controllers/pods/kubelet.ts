import type { Clock, Controller, KubeObject, SandboxApi } from '../../types';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { PODS } from '../refs';
import { PodWorker } from './PodWorker';
import { podStatus } from './PodStatus';
import type { Exit, Launcher } from './Process';

const NOTICE_MS = 5;

type KubeletOptions = ControllerOptions & { launchers: readonly Launcher[] };

/** The kubelets of all nodes in one: a worker for each pod that is bound to a node. */
class Kubelet {
  readonly #api: SandboxApi;
  readonly #clock: Clock;
  readonly #launchers: readonly Launcher[];
  readonly #workers = new Map<string, PodWorker>();
  readonly #queue: Workqueue;

  constructor(api: SandboxApi, clock: Clock, options: KubeletOptions) {
    this.#api = api;
    this.#clock = clock;
    this.#launchers = options.launchers;
    this.#queue = new Workqueue(clock, key => this.#step(key), options.onFault);
  }

  notice(pod: KubeObject): void {
    if (pod.spec?.nodeName) this.#queue.enqueue(objectKey(pod), NOTICE_MS);
  }

  forget(pod: KubeObject): void {
    this.#workers.get(pod.metadata.uid)?.stop();
    this.#workers.delete(pod.metadata.uid);
  }

  stop(): void {
    this.#queue.stop();
    for (const worker of this.#workers.values()) worker.stop();
  }

  #step(key: string): void {
    const { namespace, name } = splitKey(key);
    const pod = this.#api.get(PODS, namespace, name);
    if (!pod?.spec?.nodeName) return;
    const delayMs = this.#workerOf(pod).step(pod);
    if (delayMs !== undefined) this.#queue.enqueue(key, delayMs);
  }

  #kill(namespace: string, name: string, exit: Exit): void {
    const pod = this.#api.get(PODS, namespace, name);
    if (!pod) return;
    for (const status of podStatus(pod).containerStatuses ?? []) {
      if (status.state.running) {
        this.#workerOf(pod).exit(pod, status.name, exit);
      }
    }
  }

  #workerOf(pod: KubeObject): PodWorker {
    const { uid } = pod.metadata;
    const worker =
      this.#workers.get(uid) ??
      new PodWorker({
        api: this.#api,
        clock: this.#clock,
        launchers: this.#launchers,
        kill: (namespace, name, exit) => this.#kill(namespace, name, exit),
      });
    this.#workers.set(uid, worker);
    return worker;
  }
}

/** Pods that are bound to a node are started, run, ended and removed. */
export function kubeletController(options: KubeletOptions): Controller {
  return (api, clock) => {
    const kubelet = new Kubelet(api, clock, options);
    const unwatch = api.watch(PODS, ({ type, object }) => {
      if (type === 'DELETED') kubelet.forget(object);
      else kubelet.notice(object);
    });
    return () => {
      unwatch();
      kubelet.stop();
    };
  };
}
