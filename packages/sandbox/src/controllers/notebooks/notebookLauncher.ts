import { instant } from '../instant';
import { parseScript } from '../pods/shell';
import type { Launcher, ProcessHost } from '../pods/Process';
import { NOTEBOOKS, WORKSPACES } from '../refs';
import { LABEL_WORKSPACE } from '../workspaces/Workspace';
import { LABEL_NOTEBOOK, LAST_ACTIVITY } from './Notebook';
import { NotebookServer } from './NotebookServer';
import { serverKind } from './serverImage';

interface EnvVar {
  name: string;
  value?: string;
}

/** What the object behind a pod says about the last activity: a server that the sandbox finds running goes on from there. */
function knownActivity({ api, pod, elapsedMs }: ProcessHost) {
  if (elapsedMs === 0) return undefined;
  const { labels = {}, namespace } = pod.metadata;
  const notebook = labels[LABEL_NOTEBOOK];
  if (notebook) {
    const found = api.get(NOTEBOOKS, namespace, notebook);
    return instant(found?.metadata.annotations?.[LAST_ACTIVITY]);
  }
  const workspace = api.get(WORKSPACES, namespace, labels[LABEL_WORKSPACE]);
  return workspace?.status?.activity?.lastActivity || undefined;
}

/** The container of a notebook server, of either generation; one with a script of its own is left to the shell. */
export const notebookLauncher: Launcher = host => {
  const { metadata, spec } = host.pod;
  const [container] = spec?.containers ?? [];
  const notebook = metadata.labels?.[LABEL_NOTEBOOK];
  const workspace = metadata.labels?.[LABEL_WORKSPACE];
  if (!notebook && !workspace) return undefined;
  if (container?.name !== host.container) return undefined;
  if (parseScript(container).length > 0) return undefined;
  const env = (name: string): string | undefined =>
    (container.env ?? []).find((one: EnvVar) => one.name === name)?.value;
  return new NotebookServer(host, {
    kind: serverKind(container.image ?? ''),
    title: notebook ? `notebook server ${notebook}` : `workspace ${workspace}`,
    port: container.ports?.[0]?.containerPort ?? 8888,
    prefix: (env('NB_PREFIX') ?? '').replace(/\/$/, ''),
    busy: env('SANDBOX_KERNEL') === 'busy',
    lastActivity: knownActivity(host),
  }).start();
};
