import {
  code,
  Context,
  eventually,
  holds,
  Mismatch,
  same,
  Skip,
} from '../../Check';
import { WatchEvent } from '../../ApiClient';
import { ownNamespace } from '../../ownNamespace';
import { apps, core, kubeflow } from '../../paths';

const PATIENCE_MS = 60_000;
/** Small, in every cluster's cache, and heeds SIGTERM. */
export const PAUSE = 'registry.k8s.io/pause:3.10';
export const BUSYBOX = 'docker.io/library/busybox:1.37';
const STOPPED = 'kubeflow-resource-stopped';
const PLAYED = 'kwok.x-k8s.io/node';

interface KubeNode {
  metadata: { annotations?: Record<string, string> };
}

/** @throws Skip where Notebooks are not served */
export async function needNotebooks({ client }: Context): Promise<void> {
  const answer = await client.get('/apis/kubeflow.org/v1');
  const served = answer.body.resources?.some(
    (one: { name: string }) => one.name === 'notebooks',
  );
  if (!served) throw new Skip('Notebooks of kubeflow.org/v1 are not served');
}

/** @throws Skip where nodes are played (kwok): they run no containers, pull no images and mount no volumes */
export async function needContainers({ client }: Context): Promise<void> {
  const nodes = await client.get('/api/v1/nodes');
  const items: KubeNode[] = nodes.body.items ?? [];
  // Who may not list nodes finds out by trying.
  const played =
    items.length > 0 &&
    items.every(({ metadata }) => metadata.annotations?.[PLAYED]);
  if (played) throw new Skip('the nodes here are played: nothing runs on them');
}

/** One Notebook under a check, in a namespace of its own. */
export class NotebookRun {
  readonly context: Context;
  readonly namespace: string;
  readonly name: string;

  private constructor(context: Context, namespace: string, name: string) {
    this.context = context;
    this.namespace = namespace;
    this.name = name;
  }

  /**
   * Creates a notebook.
   *
   * @param prepare - sets something up in its namespace first
   * @throws Skip where Notebooks are not served
   */
  static async start(
    context: Context,
    name: string,
    container: object = {},
    spec: object = {},
    prepare: (namespace: string) => Promise<void> = async () => {},
  ): Promise<NotebookRun> {
    await needNotebooks(context);
    const namespace = await ownNamespace(context, name);
    await prepare(namespace);
    const made = await context.client.create(
      kubeflow('v1', namespace, 'notebooks'),
      {
        apiVersion: 'kubeflow.org/v1',
        kind: 'Notebook',
        metadata: { name, labels: { team: 'sales' } },
        spec: {
          template: {
            spec: {
              containers: [{ name, image: PAUSE, ...container }],
              ...spec,
            },
          },
        },
      },
    );
    code(made, 201, `create of ${name}`);
    return new NotebookRun(context, namespace, name);
  }

  get path(): string {
    return kubeflow('v1', this.namespace, `notebooks/${this.name}`);
  }

  async get(): Promise<any> {
    return (await this.context.client.get(this.path)).body;
  }

  /** Sets the annotation that stops it, or takes it away. */
  stop(stopped = true) {
    const value = stopped ? new Date().toISOString() : null;
    return this.context.client.mergePatch(this.path, {
      metadata: { annotations: { [STOPPED]: value } },
    });
  }

  patch(body: unknown) {
    return this.context.client.mergePatch(this.path, body);
  }

  remove() {
    return this.context.client.delete(this.path);
  }

  /** Its pod; undefined where there is none. */
  async pod(): Promise<any> {
    const answer = await this.context.client.get(
      core(this.namespace, `pods/${this.name}-0`),
    );
    return answer.status === 200 ? answer.body : undefined;
  }

  async set(): Promise<any> {
    const answer = await this.context.client.get(
      apps(this.namespace, `statefulsets/${this.name}`),
    );
    return answer.status === 200 ? answer.body : undefined;
  }

  /** Events about one object of its namespace, as `type reason message`. */
  async events(kind: string, name = this.name): Promise<string[]> {
    const selector = encodeURIComponent(
      `involvedObject.kind=${kind},involvedObject.name=${name}`,
    );
    const answer = await this.context.client.get(
      core(this.namespace, `events?fieldSelector=${selector}`),
    );
    return answer.body.items.map(
      (event: any) => `${event.type} ${event.reason} ${event.message}`,
    );
  }

  /** The object once it is as wanted. @throws Skip where nobody gives it a status */
  async reaches(
    holdsFor: (status: any) => boolean,
    what: string,
    patienceMs = PATIENCE_MS,
  ): Promise<any> {
    let object: any;
    try {
      await eventually(async () => {
        object = await this.get();
        holds(
          object.status && holdsFor(object.status),
          `${this.name} ${what}: status is ${JSON.stringify(object.status)}`,
        );
      }, patienceMs);
    } catch (error) {
      if (error instanceof Mismatch && !object?.status) {
        throw new Skip(
          `no notebook-controller works here (no status in ${
            patienceMs / 1000
          } s)`,
        );
      }
      throw error;
    }
    return object;
  }

  runs(): Promise<any> {
    return this.reaches(({ readyReplicas }) => readyReplicas === 1, 'runs');
  }

  /** Looks as one that was never started. */
  async looksNewborn(): Promise<void> {
    const { status } = await this.get();
    same(status?.conditions ?? [], [], 'conditions');
    same(status?.containerState ?? {}, {}, 'containerState');
    same(status?.readyReplicas ?? 0, 0, 'readyReplicas');
  }

  /** Every change from its creation on, until one is as wanted. */
  watchUntil(enough: (status: any) => boolean): Promise<WatchEvent[]> {
    const selector = encodeURIComponent(`metadata.name=${this.name}`);
    return this.context.client.watch(
      kubeflow(
        'v1',
        this.namespace,
        `notebooks?watch=1&resourceVersion=0&fieldSelector=${selector}`,
      ),
      events => enough(events.at(-1)?.object.status ?? {}),
      PATIENCE_MS,
    );
  }
}
