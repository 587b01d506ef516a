import { timestamp } from '../clock/timestamps';
import {
  LAST_ACTIVITY,
  LAST_ACTIVITY_CHECK,
  STOPPED,
  type Notebook,
} from '../controllers/notebooks/Notebook';
import { notebookSet } from '../controllers/notebooks/notebookResources';
import { notebookStatus } from '../controllers/notebooks/notebookStatus';
import { serverKind, startLines } from '../controllers/notebooks/serverImage';
import { containerStatus } from '../controllers/pods/containerStatus';
import { podConditions } from '../controllers/pods/podConditions';
import { podStatus } from '../controllers/pods/PodStatus';
import {
  NOTEBOOKS,
  PERSISTENT_VOLUME_CLAIMS,
  PODS,
  SERVICE_ACCOUNTS,
  STATEFUL_SETS,
  STORAGE_CLASSES,
} from '../controllers/refs';
import { isBound, SELECTED_NODE } from '../controllers/volumes/claimBinding';
import { podClaims } from '../controllers/volumes/podClaims';
import { provision } from '../controllers/volumes/provisioning';
import { controllerReference } from '../controllers/workloads/ownedPods';
import { podLabels, revisionOf } from '../controllers/workloads/statefulSets';
import type { KubeObject, SandboxApi } from '../types';
import type { Manifest } from './applyObjects';
import type { TravelClock } from './TravelClock';

const HOUR = 3_600_000;
/** Says that a stop was asked for in the portal, and not by culling. */
const STOPPED_BY_PORTAL = 'millrace.dev/notebook-stopped-at';

interface NotebookPast {
  createdHoursAgo: number;
  /** Has been running there since it was made. */
  node?: string;
  idleHours?: number;
  stoppedHoursAgo?: number;
}

/** What the demo's notebook servers have behind them. The others are made at the first start of the sandbox. */
const PASTS: Record<string, NotebookPast> = {
  'market-basket': {
    createdHoursAgo: 2,
    node: 'sandbox-worker-2',
    idleHours: 0,
  },
  'survey-r': { createdHoursAgo: 50, node: 'sandbox-worker-2', idleHours: 50 },
  'churn-model': {
    createdHoursAgo: 31,
    node: 'sandbox-worker-3',
    idleHours: 9,
  },
  'price-sensitivity': { createdHoursAgo: 120, stoppedHoursAgo: 20 },
};

function annotationsOf(past: NotebookPast, now: number) {
  const { idleHours, stoppedHoursAgo } = past;
  if (stoppedHoursAgo !== undefined) {
    const stopped = timestamp(now - stoppedHoursAgo * HOUR);
    return { [STOPPED]: stopped, [STOPPED_BY_PORTAL]: stopped };
  }
  return {
    [LAST_ACTIVITY]: timestamp(now - (idleHours ?? 0) * HOUR),
    [LAST_ACTIVITY_CHECK]: timestamp(now),
  };
}

/** Binds the claims of a pod to volumes on its node, where their class is there. */
function bindClaims(
  api: SandboxApi,
  namespace: string,
  spec: KubeObject['spec'],
  node: string,
): void {
  for (const name of podClaims(spec)) {
    const claim = api.get(PERSISTENT_VOLUME_CLAIMS, namespace, name);
    if (!claim || isBound(claim)) continue;
    const storageClass = api.get(
      STORAGE_CLASSES,
      undefined,
      claim.spec?.storageClassName,
    );
    if (!storageClass) continue;
    const local = storageClass.volumeBindingMode === 'WaitForFirstConsumer';
    const { annotations } = claim.metadata;
    const placed = local
      ? { ...annotations, [SELECTED_NODE]: node }
      : annotations;
    const metadata = { ...claim.metadata, annotations: placed };
    provision(api, { ...claim, metadata }, storageClass);
  }
}

/** The namespace controller, which makes it on a real cluster, has not started yet. */
function ensureServiceAccount(
  api: SandboxApi,
  namespace: string | undefined,
): void {
  if (api.get(SERVICE_ACCOUNTS, namespace, 'default')) return;
  api.create(SERVICE_ACCOUNTS, namespace, { metadata: { name: 'default' } });
}

/** The pod of a notebook that has been running since it was made. */
function createPod(
  api: SandboxApi,
  clock: TravelClock,
  notebook: Notebook,
  node: string,
): KubeObject {
  const { namespace, name } = notebook.metadata;
  const now = clock.now();
  const set = api.create(STATEFUL_SETS, namespace, notebookSet(notebook));
  const { metadata, spec } = set.spec.template;
  ensureServiceAccount(api, namespace);
  const podName = `${name}-0`;
  const pod = api.create(PODS, namespace, {
    metadata: {
      ...metadata,
      name: podName,
      labels: { ...metadata.labels, ...podLabels(podName, 0, revisionOf(set)) },
      ownerReferences: [controllerReference(set)],
    },
    spec: { ...spec, nodeName: node },
  });
  const [container] = pod.spec.containers;
  const running = api.updateStatus(PODS, {
    ...pod,
    status: {
      ...podStatus(pod),
      phase: 'Running',
      startTime: timestamp(now),
      podIP: '10.244.3.7',
      podIPs: [{ ip: '10.244.3.7' }],
      conditions: podConditions(pod, 'running', now),
      containerStatuses: [
        containerStatus(pod, container, {
          running: { startedAt: timestamp(now) },
        }),
      ],
    },
  });
  const kind = serverKind(container.image);
  const lines = startLines(
    kind,
    now,
    podName,
    `/notebook/${namespace}/${name}`,
  );
  api.appendLog(pod, container.name, lines.map(line => `${line}\n`).join(''));
  return running;
}

/** Makes the notebooks that have a past, as old as they claim to be; the claims that they mount exist already. */
export function createNotebookPasts(
  api: SandboxApi,
  clock: TravelClock,
  manifests: readonly Manifest[],
): void {
  for (const manifest of manifests) {
    const { name, namespace, annotations } = manifest.metadata;
    const past = manifest.kind === 'Notebook' ? PASTS[name] : undefined;
    if (!past) continue;
    const now = clock.now();
    clock.ago(past.createdHoursAgo * HOUR, () => {
      const created = api.create(NOTEBOOKS, namespace, {
        ...manifest,
        metadata: {
          ...manifest.metadata,
          annotations: { ...annotations, ...annotationsOf(past, now) },
        },
      });
      const { spec } = created.spec.template;
      bindClaims(api, namespace, spec, past.node ?? 'sandbox-worker-1');
      const notebook = created as Notebook;
      const pod = past.node && createPod(api, clock, notebook, past.node);
      const status = pod
        ? {
            ...notebookStatus(notebook, undefined, pod, clock.now()),
            readyReplicas: 1,
          }
        : notebookStatus(notebook, undefined, undefined, clock.now());
      api.updateStatus(NOTEBOOKS, { ...created, status });
    });
  }
}
