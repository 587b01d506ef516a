import type { IncomingMessage, ServerResponse } from 'node:http';
import { htmlPage, escapeHtml } from '../controllers/notebooks/htmlPage';
import { isStopped, LABEL_NOTEBOOK } from '../controllers/notebooks/Notebook';
import {
  NOTEBOOKS,
  PODS,
  WORKSPACE_KINDS,
  WORKSPACES,
} from '../controllers/refs';
import {
  LABEL_WORKSPACE,
  type Workspace,
} from '../controllers/workspaces/Workspace';
import type { WorkspaceKind } from '../controllers/workspaces/WorkspaceKind';
import type { KubeObject, PortAnswer, SandboxApi } from '../types';

const NOTEBOOK = /^\/notebook\/([^/]+)\/([^/]+)(?:\/|$)/;
const WORKSPACE = /^\/workspace\/connect\/([^/]+)\/([^/]+)\/([^/]+)(?:\/|$)/;
const CLOSED = "default-src 'none'; style-src 'unsafe-inline'";

/** What a path leads to: an object, and the port of its pod. */
interface Target {
  what: string;
  object?: KubeObject;
  stopped: boolean;
  pod?: KubeObject;
  port?: number;
}

function podOf(
  api: SandboxApi,
  namespace: string,
  label: string,
  name: string,
): KubeObject | undefined {
  return api.list(PODS, namespace, { [label]: name })[0];
}

function notebookTarget(
  api: SandboxApi,
  namespace: string,
  name: string,
): Target {
  const object = api.get(NOTEBOOKS, namespace, name);
  const pod = podOf(api, namespace, LABEL_NOTEBOOK, name);
  return {
    what: `notebook server ${name} in namespace ${namespace}`,
    object,
    stopped: object !== undefined && isStopped(object),
    pod,
    port: pod?.spec?.containers?.[0]?.ports?.[0]?.containerPort,
  };
}

function workspaceTarget(
  api: SandboxApi,
  namespace: string,
  name: string,
  portId: string,
): Target {
  const object = api.get(WORKSPACES, namespace, name) as Workspace | undefined;
  const kind = api.get(WORKSPACE_KINDS, undefined, object?.spec.kind ?? '');
  const { imageConfig } = object?.spec.podTemplate.options ?? {};
  const image = (
    kind as WorkspaceKind | undefined
  )?.spec.podTemplate.options.imageConfig.values.find(
    ({ id }) => id === imageConfig,
  );
  return {
    what: `workspace ${name} in namespace ${namespace}`,
    object,
    stopped: object?.spec.paused ?? false,
    pod: podOf(api, namespace, LABEL_WORKSPACE, name),
    port: image?.spec.ports.find(({ id }) => id === portId)?.port,
  };
}

/** Why nothing answers, for people. */
function whyNot({ stopped, pod }: Target): string {
  if (pod?.metadata.deletionTimestamp) {
    return 'It is stopping. Start it in the portal once it has stopped.';
  }
  if (stopped)
    return 'It is stopped. Start it in the portal, then open it again.';
  if (!pod) return 'It has no pod. The portal says why.';
  return 'It is starting, or cannot start. The portal says which, and why.';
}

function sorry(status: number, heading: string, text: string): PortAnswer {
  return {
    status,
    contentType: 'text/html; charset=utf-8',
    body: htmlPage({
      title: `Sandbox: ${heading}`,
      heading,
      body: `<p class="state down"><span aria-hidden="true">■</span> ${escapeHtml(
        text,
      )}</p><p>You are in Millrace's sandbox, which plays a Kubernetes cluster.</p>`,
    }),
  };
}

/**
 * What Kubeflow's gateway is on a real cluster: the way from a browser to the ports of notebook servers. It asks nobody who they
 * are, listens on loopback alone, and passes GET on.
 */
export class NotebookGateway {
  readonly #api: SandboxApi;

  constructor(api: SandboxApi) {
    this.#api = api;
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { status, contentType, body } = this.#answer(request);
    response.writeHead(status, {
      'Content-Type': contentType,
      'Content-Security-Policy': CLOSED,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  #answer({ method = 'GET', url = '/' }: IncomingMessage): PortAnswer {
    if (method !== 'GET' && method !== 'HEAD') {
      return sorry(405, 'This page can only be read', 'Use GET.');
    }
    const parsed = URL.parse(url, 'http://sandbox');
    if (!parsed) return sorry(404, 'There is nothing at this address', '');
    const { pathname, searchParams } = parsed;
    const target = this.#target(pathname);
    if (!target?.object) {
      const missing = target
        ? `There is no ${target.what}`
        : 'There is nothing at this address';
      return sorry(404, missing, 'It may have been deleted.');
    }
    const { pod, port } = target;
    const answer =
      pod && !pod.metadata.deletionTimestamp && port !== undefined
        ? this.#api.request(pod, port, { path: pathname, query: searchParams })
        : undefined;
    return (
      answer ?? sorry(503, `The ${target.what} does not run`, whyNot(target))
    );
  }

  #target(pathname: string): Target | undefined {
    const notebook = NOTEBOOK.exec(pathname);
    if (notebook) return notebookTarget(this.#api, notebook[1], notebook[2]);
    const workspace = WORKSPACE.exec(pathname);
    if (!workspace) return undefined;
    const [, namespace, name, portId] = workspace;
    return workspaceTarget(this.#api, namespace, name, portId);
  }
}
