import type { Clock, Controller, KubeObject, SandboxApi } from '../types';
import type { ControllerOptions } from './ControllerOptions';
import { Workqueue } from './Workqueue';
import { namespaceConditions } from './namespaceConditions';
import { deleteContent } from './namespaceContent';
import { CONFIG_MAPS, NAMESPACES, SERVICE_ACCOUNTS } from './refs';
import { instant } from './instant';

const BIRTH_MS = 400;
const FINALISE_AFTER_MS = 5_000;
const FINALISE_AGAIN_MS = 1_000;

/** Stands where a cluster has its own CA; nothing in the sandbox verifies it. */
const ROOT_CA =
  '-----BEGIN CERTIFICATE-----\nc2FuZGJveA==\n-----END CERTIFICATE-----\n';

const ROOT_CA_DESCRIPTION =
  'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.';

function giveBirth(api: SandboxApi, namespace: string): void {
  if (!api.get(SERVICE_ACCOUNTS, namespace, 'default')) {
    api.create(SERVICE_ACCOUNTS, namespace, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default' },
    });
  }
  if (!api.get(CONFIG_MAPS, namespace, 'kube-root-ca.crt')) {
    api.create(CONFIG_MAPS, namespace, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'kube-root-ca.crt',
        annotations: { 'kubernetes.io/description': ROOT_CA_DESCRIPTION },
      },
      data: { 'ca.crt': ROOT_CA },
    });
  }
}

/** Deletes the content of a namespace in deletion; true when nothing is left and the namespace was let go. */
function finalise(
  api: SandboxApi,
  clock: Clock,
  namespace: KubeObject,
): boolean {
  const { name } = namespace.metadata;
  const remainders = deleteContent(api, name);
  const reported = api.updateStatus(NAMESPACES, {
    ...namespace,
    status: {
      ...namespace.status,
      conditions: namespaceConditions(
        remainders,
        clock.now(),
        namespace.status?.conditions,
      ),
    },
  });
  if (remainders.length > 0) return false;
  api.update(NAMESPACES, {
    ...reported,
    spec: { ...reported.spec, finalizers: [] },
  });
  return true;
}

/**
 * Namespaces: what the controller manager makes in a new one (`default` service account, `kube-root-ca.crt`), and the
 * orderly end of a deleted one, about five seconds after the deletion.
 */
export function namespaceController(options: ControllerOptions): Controller {
  return (api, clock) => {
    const queue = new Workqueue(
      clock,
      name => {
        const namespace = api.get(NAMESPACES, undefined, name);
        if (!namespace) return;
        const deletedAt = instant(namespace.metadata.deletionTimestamp);
        if (deletedAt === undefined) {
          giveBirth(api, name);
          return;
        }
        const wait = deletedAt + FINALISE_AFTER_MS - clock.now();
        if (wait > 0) queue.enqueue(name, wait);
        else if (!finalise(api, clock, namespace)) {
          queue.enqueue(name, FINALISE_AGAIN_MS);
        }
      },
      options.onFault,
    );
    const unwatch = api.watch(NAMESPACES, ({ type, object }) => {
      const { name } = object.metadata;
      if (type === 'DELETED') return;
      queue.enqueue(name, object.metadata.deletionTimestamp ? 0 : BIRTH_MS);
    });
    return () => {
      unwatch();
      queue.stop();
    };
  };
}
