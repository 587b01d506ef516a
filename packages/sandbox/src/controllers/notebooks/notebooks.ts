import { isDeepStrictEqual } from 'node:util';
import type { Clock, Controller, SandboxApi } from '../../types';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { NOTEBOOKS, PODS, SERVICES, STATEFUL_SETS } from '../refs';
import { LABEL_NOTEBOOK, type Notebook } from './Notebook';
import { notebookService, notebookSet } from './notebookResources';
import { notebookStatus } from './notebookStatus';
import { reissueEvents } from './reissuedEvents';

/** A pod's change is seen before the StatefulSet has counted it: `readyReplicas` lags the container's state by a write. */
const POD_NOTICE_MS = 4;
const SET_NOTICE_MS = 12;
const NOTICE_MS = 5;

function ensureSet(api: SandboxApi, notebook: Notebook) {
  const { name, namespace } = notebook.metadata;
  const wanted = notebookSet(notebook);
  const found = api.get(STATEFUL_SETS, namespace, name);
  if (!found) return api.create(STATEFUL_SETS, namespace, wanted);
  const { replicas, template } = wanted.spec;
  // Labels and annotations of the template stay as they were made, as CopyStatefulSetFields leaves them.
  const spec = {
    ...found.spec,
    replicas,
    template: { ...found.spec?.template, spec: template.spec },
  };
  if (isDeepStrictEqual(spec, found.spec)) return found;
  return api.update(STATEFUL_SETS, { ...found, spec });
}

function reconcile(api: SandboxApi, clock: Clock, key: string): void {
  const { namespace, name } = splitKey(key);
  const found = api.get(NOTEBOOKS, namespace, name);
  if (!found || found.metadata.deletionTimestamp) return;
  const notebook = found as Notebook;
  const set = ensureSet(api, notebook);
  if (!api.get(SERVICES, namespace, name)) {
    api.create(SERVICES, namespace, notebookService(notebook));
  }
  const pod = api.get(PODS, namespace, `${name}-0`);
  const status = notebookStatus(notebook, set, pod, clock.now());
  if (isDeepStrictEqual(status, notebook.status)) return;
  api.updateStatus(NOTEBOOKS, { ...notebook, status });
}

/** Kubeflow's notebook-controller (1.11): a StatefulSet and a Service each, and the state of the pod on the Notebook. */
export function notebookController(options: ControllerOptions): Controller {
  return (api, clock) => {
    const queue = new Workqueue(
      clock,
      key => reconcile(api, clock, key),
      options.onFault,
    );
    const ofSet = api.watch(STATEFUL_SETS, ({ object }) => {
      const owner = object.metadata.ownerReferences?.[0];
      if (owner?.kind !== 'Notebook') return;
      queue.enqueue(
        `${object.metadata.namespace}/${owner.name}`,
        SET_NOTICE_MS,
      );
    });
    const ofPod = api.watch(PODS, ({ object }) => {
      const name = object.metadata.labels?.[LABEL_NOTEBOOK];
      if (!name) return;
      queue.enqueue(`${object.metadata.namespace}/${name}`, POD_NOTICE_MS);
    });
    const ofNotebook = api.watch(NOTEBOOKS, ({ type, object }) => {
      if (type !== 'DELETED') queue.enqueue(objectKey(object), NOTICE_MS);
    });
    const unwatchEvents = reissueEvents(api);
    return () => {
      ofSet();
      ofPod();
      ofNotebook();
      unwatchEvents();
      queue.stop();
    };
  };
}
