import type { Clock, Controller, KubeObject, SandboxApi } from '../../types';
import { timestamp } from '../../clock/timestamps';
import type { ControllerOptions } from '../ControllerOptions';
import { instant } from '../instant';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { NOTEBOOKS, PODS } from '../refs';
import {
  isStopped,
  LAST_ACTIVITY,
  LAST_ACTIVITY_CHECK,
  notebookPath,
  STOPPED,
} from './Notebook';

/** IDLENESS_CHECK_PERIOD, one minute. */
const CHECK_MS = 60_000;
/** CULL_IDLE_TIME: the sandbox's is a month, so that what is idle in the demo can be seen to be idle. */
const CULL_AFTER_MS = 30 * 24 * 60 * CHECK_MS;
const NOTICE_MS = 6;
const PORT = 8888;

interface Kernel {
  last_activity: string;
  execution_state: string;
}

type Annotations = Record<string, string>;

function annotate(
  api: SandboxApi,
  notebook: KubeObject,
  annotations: Annotations,
): KubeObject {
  return api.update(NOTEBOOKS, {
    ...notebook,
    metadata: { ...notebook.metadata, annotations },
  });
}

function forget(api: SandboxApi, notebook: KubeObject): void {
  const {
    [LAST_ACTIVITY]: activity,
    [LAST_ACTIVITY_CHECK]: check,
    ...rest
  } = notebook.metadata.annotations ?? {};
  if (activity === undefined && check === undefined) return;
  annotate(api, notebook, rest);
}

/** What the server says of its kernels; undefined where it does not answer as Jupyter does. */
function kernelsOf(
  api: SandboxApi,
  notebook: KubeObject,
  pod: KubeObject,
): Kernel[] | undefined {
  const { namespace = '', name } = notebook.metadata;
  const port = pod.spec?.containers?.[0]?.ports?.[0]?.containerPort ?? PORT;
  const answer = api.request(pod, port, {
    path: `${notebookPath(namespace, name)}/api/kernels`,
    query: new URLSearchParams(),
  });
  return answer?.status === 200 ? JSON.parse(answer.body) : undefined;
}

function latestActivity(kernels: readonly Kernel[], now: number): string {
  if (kernels.some(({ execution_state }) => execution_state !== 'idle')) {
    return timestamp(now);
  }
  return kernels
    .map(({ last_activity }) => last_activity)
    .reduce((left, right) => (left > right ? left : right));
}

/** One look; answers in how many ms the next is due. */
function look(api: SandboxApi, clock: Clock, key: string): number | undefined {
  const { namespace, name } = splitKey(key);
  const notebook = api.get(NOTEBOOKS, namespace, name);
  if (!notebook || notebook.metadata.deletionTimestamp) return undefined;
  const pod = api.get(PODS, namespace, `${name}-0`);
  if (isStopped(notebook) || !pod) {
    forget(api, notebook);
    return undefined;
  }
  const now = clock.now();
  const { annotations = {} } = notebook.metadata;
  const checked = instant(annotations[LAST_ACTIVITY_CHECK]);
  if (checked === undefined || annotations[LAST_ACTIVITY] === undefined) {
    annotate(api, notebook, {
      ...annotations,
      [LAST_ACTIVITY]: annotations[LAST_ACTIVITY] ?? timestamp(now),
      [LAST_ACTIVITY_CHECK]: timestamp(now),
    });
    return CHECK_MS;
  }
  if (checked + CHECK_MS > now) return checked + CHECK_MS - now;
  const kernels = kernelsOf(api, notebook, pod);
  const seen: Annotations = kernels?.length
    ? { [LAST_ACTIVITY]: latestActivity(kernels, now) }
    : {};
  const next: Annotations = {
    ...annotations,
    ...seen,
    [LAST_ACTIVITY_CHECK]: timestamp(now),
  };
  const last = instant(next[LAST_ACTIVITY]) ?? now;
  if (last + CULL_AFTER_MS < now) next[STOPPED] = timestamp(now);
  annotate(api, notebook, next);
  return CHECK_MS;
}

/**
 * The culling controller of the notebook-controller, as ENABLE_CULLING=true starts it: asks Jupyter's kernels every minute and
 * notes the last activity on the Notebook. Other servers it cannot ask: their last activity stays that of their start.
 */
export function cullingController(options: ControllerOptions): Controller {
  return (api, clock) => {
    const queue = new Workqueue(
      clock,
      key => {
        const dueInMs = look(api, clock, key);
        if (dueInMs !== undefined) queue.enqueue(key, dueInMs);
      },
      options.onFault,
    );
    const unwatchNotebooks = api.watch(NOTEBOOKS, ({ type, object }) => {
      if (type !== 'DELETED') queue.enqueue(objectKey(object), NOTICE_MS);
    });
    return () => {
      unwatchNotebooks();
      queue.stop();
    };
  };
}
