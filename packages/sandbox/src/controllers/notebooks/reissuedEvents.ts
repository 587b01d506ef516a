import type { KubeObject, SandboxApi } from '../../types';
import { EVENTS, NOTEBOOKS, PODS } from '../refs';
import { LABEL_NOTEBOOK } from './Notebook';

function notebookOf(
  api: SandboxApi,
  { involvedObject, metadata }: KubeObject,
): KubeObject | undefined {
  const { kind, name } = involvedObject;
  const { namespace } = metadata;
  if (kind === 'StatefulSet') return api.get(NOTEBOOKS, namespace, name);
  if (kind !== 'Pod') return undefined;
  const owner = api.get(PODS, namespace, name)?.metadata.labels?.[
    LABEL_NOTEBOOK
  ];
  return owner ? api.get(NOTEBOOKS, namespace, owner) : undefined;
}

/**
 * Tells events of a notebook's StatefulSet and pod again on the Notebook. Events from before this start are passed over; the
 * real controller tells those once more, too.
 */
export function reissueEvents(api: SandboxApi): () => void {
  let present = true;
  const unwatch = api.watch(EVENTS, ({ type, object }) => {
    if (present || type === 'DELETED') return;
    const notebook = notebookOf(api, object);
    if (!notebook) return;
    const { kind, name } = object.involvedObject;
    api.recordEvent({
      involved: notebook,
      type: object.type,
      reason: object.reason,
      message: `Reissued from ${kind.toLowerCase()}/${name}: ${object.message}`,
      component: 'notebook-controller',
    });
  });
  present = false;
  return unwatch;
}
