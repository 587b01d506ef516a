import type { Controller } from '../../types';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { NAMESPACES, PODS } from '../refs';
import { LeaseHolder } from './LeaseHolder';
import {
  isInstalled,
  runningPod,
  type OperatorInstall,
} from './OperatorInstall';

const NOTICE_MS = 5;

/**
 * The process of an operator. In a cluster that has its namespace its controllers run while a pod of its Deployment is
 * ready, and its lease is renewed by that pod; in any other cluster they run always, unseen.
 */
export function operatorProcess(
  install: OperatorInstall,
  controllers: readonly Controller[],
  options: Pick<ControllerOptions, 'onFault'>,
): Controller {
  return (api, clock) => {
    let running: string | undefined;
    let stops: (() => void)[] = [];
    const stop = () => {
      for (const end of stops.splice(0).reverse()) end();
      running = undefined;
    };
    const start = (pod: string) => {
      stop();
      running = pod;
      stops = controllers.map(controller => controller(api, clock));
    };
    const look = () => {
      if (!isInstalled(api, install)) {
        if (running !== 'unseen') start('unseen');
        return;
      }
      const pod = runningPod(api, install);
      if (pod?.metadata.uid === running) return;
      if (!pod) {
        stop();
        return;
      }
      start(pod.metadata.uid);
      if (!install.lease) return;
      const lease = new LeaseHolder(api, clock, install.lease, pod).start();
      stops.push(() => lease.stop());
    };
    const queue = new Workqueue(clock, look, options.onFault);
    look();
    const notice = () => queue.enqueue(install.deployment, NOTICE_MS);
    const unwatchPods = api.watch(PODS, ({ object }) => {
      if (object.metadata.namespace === install.namespace) notice();
    });
    const unwatchNamespaces = api.watch(NAMESPACES, ({ object }) => {
      if (object.metadata.name === install.namespace) notice();
    });
    return () => {
      unwatchPods();
      unwatchNamespaces();
      queue.stop();
      stop();
    };
  };
}
