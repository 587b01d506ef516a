import { isDeepStrictEqual } from 'node:util';
import type { Controller, KubeObject, SandboxApi } from '../../types';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { WORKSPACE_KINDS, WORKSPACES } from '../refs';
import type { Workspace } from './Workspace';
import { KIND_IN_USE, type WorkspaceKind } from './WorkspaceKind';

const NOTICE_MS = 8;

function release(api: SandboxApi, kind: KubeObject): KubeObject | undefined {
  const { finalizers = [] } = kind.metadata;
  if (!finalizers.includes(KIND_IN_USE)) return kind;
  const metadata = {
    ...kind.metadata,
    finalizers: finalizers.filter(one => one !== KIND_IN_USE),
  };
  const released = api.update(WORKSPACE_KINDS, { ...kind, metadata });
  // Without its last finalizer a dying kind is gone.
  return kind.metadata.deletionTimestamp ? undefined : released;
}

function reconcile(api: SandboxApi, name: string): void {
  let kind = api.get(WORKSPACE_KINDS, undefined, name);
  if (!kind) return;
  const users = (api.list(WORKSPACES) as Workspace[]).filter(
    ({ spec }) => spec.kind === name,
  );
  if (users.length === 0) kind = release(api, kind);
  if (!kind) return;
  const { options } = (kind as WorkspaceKind).spec.podTemplate;
  const count = (option: 'imageConfig' | 'podConfig') =>
    options[option].values.map(({ id }) => ({
      id,
      workspaces: users.filter(
        ({ spec }) => spec.podTemplate.options[option] === id,
      ).length,
    }));
  const status = {
    workspaces: users.length,
    podTemplateOptions: {
      imageConfig: count('imageConfig'),
      podConfig: count('podConfig'),
    },
    spawnerIcon: {},
    spawnerLogo: {},
  };
  if (isDeepStrictEqual(status, kind.status)) return;
  api.updateStatus(WORKSPACE_KINDS, { ...kind, status });
}

/** Counts the workspaces of each WorkspaceKind, and lets go of a kind that none uses. */
export function workspaceKindController(
  options: ControllerOptions,
): Controller {
  return (api, clock) => {
    const queue = new Workqueue(
      clock,
      name => reconcile(api, name),
      options.onFault,
    );
    const unwatchKinds = api.watch(WORKSPACE_KINDS, ({ type, object }) => {
      if (type !== 'DELETED') queue.enqueue(object.metadata.name, NOTICE_MS);
    });
    const unwatchWorkspaces = api.watch(WORKSPACES, ({ object }) => {
      queue.enqueue(object.spec?.kind, NOTICE_MS);
    });
    return () => {
      unwatchKinds();
      unwatchWorkspaces();
      queue.stop();
    };
  };
}
