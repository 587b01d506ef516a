import { ANNOTATION_STARTED_BY } from '@millrace/backstage-plugin-data-platform-common';
import { WorkbenchFacts } from '@millrace/backstage-plugin-data-platform-node';
import { entriesAt, textAt } from '../values/field';
import { judgeServer } from './assess/judgeServer';
import { NotebookServer } from './model/server';

/** Labels that are somebody's own and choose no PodDefault. */
const OWN =
  /^(app|notebook-name|statefulset|.*kubernetes\.io\/.*|.*millrace\.dev\/.*|.*backstage\.io\/.*)$/;

/** A name as the API server lets it pass: nothing in it has a meaning in a path. */
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** What lists and pages of notebook servers need beside the verdict. */
export function serverWorkbench(server: NotebookServer): WorkbenchFacts {
  const { ask, activity, container, generation, object, stop } = server;
  const { spec, metadata } = object;
  const { state } = judgeServer(server);
  const running = state === 'running';
  const kind = textAt(spec, 'kind');
  const imageConfig = textAt(spec, 'podTemplate', 'options', 'imageConfig');
  const podConfig = textAt(spec, 'podTemplate', 'options', 'podConfig');
  const podDefaults = chosenDefaults(server);
  return {
    generation,
    state,
    image: container?.image ?? ask.image,
    ...(imageConfig && { imageTitle: imageConfig }),
    ...(generation === 2 && { options: { kind, imageConfig, podConfig } }),
    ...(running && {
      startedAt: container?.running?.startedAt ?? server.pod?.createdAt,
    }),
    ...(stop?.at !== undefined && { stoppedAt: stop.at }),
    ...(stop?.culled && { culled: true }),
    ...(running && activity.known && { lastActivity: activity.last }),
    activityKnown: activity.known,
    ...(running && activity.note && { activityNote: activity.note }),
    ...(ask.cpu > 0 && { cpu: quantityOfCores(ask.cpu) }),
    ...(ask.memory > 0 && { memory: String(Math.ceil(ask.memory)) }),
    ...(ask.gpu && { gpu: ask.gpu }),
    volumes: ask.volumes,
    ...(ask.shm && { shm: true }),
    ...(podDefaults.length > 0 && { podDefaults }),
    connectPath: connectPath(server),
    creatorClaim: textAt(metadata, 'annotations', ANNOTATION_STARTED_BY),
  };
}

/**
 * Where the page of a server is. The one of a Workspace ends with the id of a port, which stands in its kind.
 * Source: components/notebook-controller generateVirtualService; workspaces/controller getWorkspaceConnectPath.
 */
export function connectPath({
  generation,
  namespace,
  name,
}: Pick<NotebookServer, 'generation' | 'namespace' | 'name'>):
  | string
  | undefined {
  if (!NAME.test(namespace) || !NAME.test(name)) {
    return undefined;
  }
  return generation === 1
    ? `/notebook/${namespace}/${name}/`
    : `/workspace/connect/${namespace}/${name}/`;
}

/** The form of Kubeflow sets the labels that PodDefaults select by to "true". */
function chosenDefaults({ object, generation }: NotebookServer): string[] {
  return generation === 1
    ? entriesAt(object.metadata, 'labels')
        .filter(([key, value]) => value === 'true' && !OWN.test(key))
        .map(([key]) => key)
        .slice(0, 20)
    : [];
}

/** Whole cores stay whole, parts are told in thousandths. */
function quantityOfCores(cores: number): string {
  return Number.isInteger(cores)
    ? String(cores)
    : `${Math.round(cores * 1000)}m`;
}
