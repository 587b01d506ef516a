import type { Controller, KubeObject } from '../../types';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { PODS } from '../refs';
import { PodWorker } from './PodWorker';
import { podStatus } from './PodStatus';
import type { Exit, Launcher } from './Process';

const NOTICE_MS = 5;

/** The kubelets of all nodes: pods that are bound to a node are started, run, ended and removed. */
export function kubeletController(
  options: ControllerOptions & { launchers: readonly Launcher[] },
): Controller {
  return (api, clock) => {
    const workers = new Map<string, PodWorker>();
    const kill = (namespace: string, name: string, exit: Exit) => {
      const pod = api.get(PODS, namespace, name);
      if (!pod) return;
      for (const status of podStatus(pod).containerStatuses ?? []) {
        if (status.state.running) {
          workerOf(pod).exit(pod, status.name, exit);
        }
      }
    };
    const workerOf = (pod: KubeObject): PodWorker => {
      const { uid } = pod.metadata;
      const worker =
        workers.get(uid) ??
        new PodWorker({ api, clock, launchers: options.launchers, kill });
      workers.set(uid, worker);
      return worker;
    };
    const queue = new Workqueue(
      clock,
      key => {
        const { namespace, name } = splitKey(key);
        const pod = api.get(PODS, namespace, name);
        if (!pod?.spec?.nodeName) return;
        const delayMs = workerOf(pod).step(pod);
        if (delayMs !== undefined) queue.enqueue(key, delayMs);
      },
      options.onFault,
    );
    const unwatch = api.watch(PODS, ({ type, object }) => {
      if (type === 'DELETED') {
        workers.get(object.metadata.uid)?.stop();
        workers.delete(object.metadata.uid);
      } else if (object.spec?.nodeName) {
        queue.enqueue(objectKey(object), NOTICE_MS);
      }
    });
    return () => {
      unwatch();
      queue.stop();
      for (const worker of workers.values()) worker.stop();
    };
  };
}
