import { isDeepStrictEqual } from 'node:util';
import type { Clock, Controller, KubeObject, SandboxApi } from '../../types';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import {
  EVENTS,
  PODS,
  SERVICE_ACCOUNTS,
  SERVICES,
  STATEFUL_SETS,
  WORKSPACE_KINDS,
  WORKSPACES,
} from '../refs';
import { isOwnedBy } from '../workloads/ownedPods';
import { lookAtActivity } from './activity';
import { chooseOption, type ChosenOption } from './options';
import {
  LABEL_WORKSPACE,
  type Workspace,
  type WorkspaceStatus,
} from './Workspace';
import {
  KIND_IN_USE,
  type ImageConfig,
  type PodConfig,
  type WorkspaceKind,
} from './WorkspaceKind';
import {
  serviceAccountName,
  workspaceService,
  workspaceServiceAccount,
  workspaceSet,
} from './workspaceResources';
import { workspaceState } from './workspaceState';

const NOTICE_MS = 8;
/** A pending pod is looked at again: why it is may stand in events alone. */
const PENDING_MS = 15_000;
const NO_ACTIVITY = { lastActivity: 0, lastUpdate: 0 };
const NEWBORN: WorkspaceStatus = {
  activity: NO_ACTIVITY,
  lastRunningTime: 0,
  pauseTime: 0,
  pendingRestart: false,
  podTemplateOptions: { imageConfig: {}, podConfig: {} },
  podTemplatePod: { name: '', nodeName: '' },
  state: 'Unknown',
  stateMessage: '',
};

interface Chosen {
  image: ChosenOption<ImageConfig>;
  pod: ChosenOption<PodConfig>;
}

/** Makes and keeps what belongs to one workspace, and writes down how it is. */
class WorkspaceReconcile {
  readonly #api: SandboxApi;
  readonly #workspace: Workspace;
  readonly #now: number;

  constructor(api: SandboxApi, clock: Clock, workspace: Workspace) {
    this.#api = api;
    this.#workspace = workspace;
    this.#now = clock.now();
  }

  /** Answers in how many ms to look again, where that is known. */
  run(): number | undefined {
    const { kind: name } = this.#workspace.spec;
    const kind = this.#api.get(WORKSPACE_KINDS, undefined, name);
    if (!kind) {
      return this.#fail(`Workspace references unknown WorkspaceKind: ${name}`);
    }
    this.#hold(kind);
    let chosen: Chosen;
    try {
      chosen = this.#choose(kind as WorkspaceKind);
    } catch (error) {
      return this.#fail((error as Error).message);
    }
    return this.#keep(kind as WorkspaceKind, chosen);
  }

  /** @throws Error with the message of the workspace's state */
  #choose(kind: WorkspaceKind): Chosen {
    const { imageConfig, podConfig } = this.#workspace.spec.podTemplate.options;
    const { options } = kind.spec.podTemplate;
    const choose = <Choice>(what: string, run: () => Choice): Choice => {
      try {
        return run();
      } catch (error) {
        throw new Error(
          `Workspace has invalid ${what}: ${(error as Error).message}`,
        );
      }
    };
    return {
      image: choose('imageConfig', () =>
        chooseOption('imageConfig', options.imageConfig.values, imageConfig),
      ),
      pod: choose('podConfig', () =>
        chooseOption('podConfig', options.podConfig.values, podConfig),
      ),
    };
  }

  #hold(kind: KubeObject): void {
    const { finalizers = [], deletionTimestamp } = kind.metadata;
    if (deletionTimestamp || finalizers.includes(KIND_IN_USE)) return;
    this.#api.update(WORKSPACE_KINDS, {
      ...kind,
      metadata: { ...kind.metadata, finalizers: [...finalizers, KIND_IN_USE] },
    });
  }

  #fail(stateMessage: string): undefined {
    this.#write({
      ...(this.#workspace.status ?? NEWBORN),
      state: 'Error',
      stateMessage,
    });
  }

  #keep(kind: WorkspaceKind, chosen: Chosen): number | undefined {
    const { namespace } = this.#workspace.metadata;
    const account = serviceAccountName(this.#workspace);
    if (!this.#api.get(SERVICE_ACCOUNTS, namespace, account)) {
      this.#api.create(
        SERVICE_ACCOUNTS,
        namespace,
        workspaceServiceAccount(this.#workspace),
      );
    }
    const set = this.#ensureSet(kind, chosen);
    const image = chosen.image.current.spec;
    if (!this.#owned(SERVICES)) {
      this.#api.create(
        SERVICES,
        namespace,
        workspaceService(this.#workspace, image),
      );
    }
    const pod = this.#api.get(PODS, namespace, `${set.metadata.name}-0`);
    const status = this.#statusOf(set, pod, chosen);
    if (status.state !== 'Running' || !pod) {
      this.#write(status);
      return status.state === 'Pending' ? PENDING_MS : undefined;
    }
    const { activity, dueInMs } = lookAtActivity(
      this.#api,
      this.#workspace,
      kind,
      image,
      pod,
      status.activity,
      this.#now,
    );
    this.#write({ ...status, activity });
    return dueInMs;
  }

  #owned(ref: typeof SERVICES): KubeObject | undefined {
    return this.#api
      .list(ref, this.#workspace.metadata.namespace)
      .find(object => isOwnedBy(object, this.#workspace));
  }

  #ensureSet(kind: WorkspaceKind, { image, pod }: Chosen): KubeObject {
    const { namespace } = this.#workspace.metadata;
    const wanted = workspaceSet(
      this.#workspace,
      kind,
      image.current.spec,
      pod.current.spec,
    );
    const found = this.#owned(STATEFUL_SETS);
    if (!found) return this.#api.create(STATEFUL_SETS, namespace, wanted);
    const { replicas, template } = wanted.spec;
    const spec = { ...found.spec, replicas, template };
    if (isDeepStrictEqual(spec, found.spec)) return found;
    return this.#api.update(STATEFUL_SETS, { ...found, spec });
  }

  #statusOf(
    set: KubeObject,
    pod: KubeObject | undefined,
    { image, pod: size }: Chosen,
  ): WorkspaceStatus {
    const old = this.#workspace.status ?? NEWBORN;
    const paused = this.#workspace.spec.paused ?? false;
    const events = this.#api.list(EVENTS, this.#workspace.metadata.namespace);
    const state = workspaceState(paused, set, pod, events);
    const started =
      state.state === 'Running' &&
      (old.state !== 'Running' || old.lastRunningTime === 0);
    const option = ({ desired, redirectChain }: ChosenOption<ImageConfig>) => ({
      desired: desired.id,
      ...(redirectChain.length > 0 && { redirectChain }),
    });
    return {
      ...old,
      ...state,
      ...(started && { lastRunningTime: this.#now, activity: NO_ACTIVITY }),
      pauseTime: paused ? old.pauseTime || this.#now : 0,
      pendingRestart:
        image.desired !== image.current || size.desired !== size.current,
      podTemplateOptions: {
        imageConfig: option(image),
        podConfig: option(size as ChosenOption<ImageConfig>),
      },
      podTemplatePod: {
        name: pod?.metadata.name ?? '',
        nodeName: pod?.spec?.nodeName ?? '',
        serviceAccountName: serviceAccountName(this.#workspace),
        ...(pod && {
          containers: pod.spec.containers.map(({ name }: { name: string }) => ({
            name,
          })),
        }),
      },
    };
  }

  #write(status: WorkspaceStatus): void {
    if (isDeepStrictEqual(status, this.#workspace.status)) return;
    this.#api.updateStatus(WORKSPACES, { ...this.#workspace, status });
  }
}

/** The controller of Kubeflow Notebooks 2.0 (beta) for Workspaces. Activity is probed; nothing is paused for want of it. */
export function workspaceController(options: ControllerOptions): Controller {
  return (api, clock) => {
    const queue = new Workqueue(
      clock,
      key => {
        const { namespace, name } = splitKey(key);
        const found = api.get(WORKSPACES, namespace, name);
        if (!found || found.metadata.deletionTimestamp) return;
        const dueInMs = new WorkspaceReconcile(
          api,
          clock,
          found as Workspace,
        ).run();
        if (dueInMs !== undefined) queue.enqueue(key, dueInMs);
      },
      options.onFault,
    );
    const byLabel = ({ object }: { object: KubeObject }) => {
      const name = object.metadata.labels?.[LABEL_WORKSPACE];
      if (!name) return;
      queue.enqueue(`${object.metadata.namespace}/${name}`, NOTICE_MS);
    };
    const unwatch = [
      api.watch(WORKSPACES, ({ type, object }) => {
        if (type !== 'DELETED') queue.enqueue(objectKey(object), NOTICE_MS);
      }),
      api.watch(WORKSPACE_KINDS, ({ object }) => {
        for (const workspace of api.list(WORKSPACES)) {
          if (workspace.spec?.kind !== object.metadata.name) continue;
          queue.enqueue(objectKey(workspace), NOTICE_MS);
        }
      }),
      api.watch(PODS, byLabel),
      api.watch(STATEFUL_SETS, byLabel),
    ];
    return () => {
      for (const stop of unwatch) stop();
      queue.stop();
    };
  };
}
