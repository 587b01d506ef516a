import {
  CheckGroup,
  code,
  contains,
  Context,
  eventually,
  Mismatch,
  same,
  Skip,
} from '../../Check';
import { ownNamespace } from '../../ownNamespace';
import { core, kubeflow, WORKSPACE_KINDS } from '../../paths';
import { PAUSE } from './NotebookRun';
import { workspaceKind } from './workspaceKind';

const SETTLES_MS = 60_000;

interface Kind {
  name: string;
  path: string;
}

/** A WorkspaceKind of the check's own. @throws Skip where they are not served */
async function makeKind(context: Context, base: string): Promise<Kind> {
  const answer = await context.client.get('/apis/kubeflow.org/v1beta1');
  const served = answer.body.resources?.some(
    (one: { name: string }) => one.name === 'workspaces',
  );
  if (!served) {
    throw new Skip('Workspaces of kubeflow.org/v1beta1 are not served');
  }
  const name = context.unique(base);
  const path = `${WORKSPACE_KINDS}/${name}`;
  context.cleanUp(path);
  const made = await context.client.create(
    WORKSPACE_KINDS,
    workspaceKind(name, PAUSE),
  );
  code(made, 201, 'kind');
  return { name, path };
}

const workspace = (kind: string, options: object = {}) => ({
  apiVersion: 'kubeflow.org/v1beta1',
  kind: 'Workspace',
  metadata: { name: 'study' },
  spec: {
    kind,
    podTemplate: {
      volumes: {},
      options: { imageConfig: 'new', podConfig: 'tiny', ...options },
    },
  },
});

/** The status of a workspace once it is in a state. @throws Skip where nobody gives it one */
async function reaches(
  { client }: Context,
  path: string,
  state: string,
): Promise<any> {
  let status: any;
  try {
    await eventually(async () => {
      ({ status } = (await client.get(path)).body);
      same(status?.state, state, `state (${status?.stateMessage})`);
    }, SETTLES_MS);
  } catch (error) {
    if (error instanceof Mismatch && !status) {
      throw new Skip('no controller of Workspaces works here');
    }
    throw error;
  }
  return status;
}

/** A kind can be deleted once the controller knows that nobody uses it. */
async function remove({ client }: Context, path: string, kind: Kind) {
  await client.delete(path);
  await eventually(
    async () => code(await client.delete(kind.path), 200, 'delete of the kind'),
    SETTLES_MS,
  );
}

export const workspaces: CheckGroup = {
  area: 'Workspaces',
  parallel: true,
  checks: [
    {
      title:
        'a workspace runs, is paused with the time in ms, and runs again; its pod is found by a label',
      async run(context) {
        const { client } = context;
        const kind = await makeKind(context, 'states');
        const namespace = await ownNamespace(context, 'workspace');
        const path = kubeflow('v1beta1', namespace, 'workspaces/study');
        const made = await client.create(
          kubeflow('v1beta1', namespace, 'workspaces'),
          workspace(kind.name),
        );
        code(made, 201, 'create');
        const status = await reaches(context, path, 'Running');
        same(status.pendingRestart, false, 'pendingRestart');
        const label = encodeURIComponent(
          'notebooks.kubeflow.org/workspace-name=study',
        );
        const pods = await client.get(
          core(namespace, `pods?labelSelector=${label}`),
        );
        same(
          pods.body.items.map((pod: any) => pod.metadata.name),
          [status.podTemplatePod.name],
          'pods',
        );
        await client.mergePatch(path, { spec: { paused: true } });
        const paused = await reaches(context, path, 'Paused');
        const sinceMs = Date.now() - paused.pauseTime;
        same(
          Math.abs(sinceMs) < 120_000,
          true,
          `pauseTime ${paused.pauseTime}`,
        );
        await client.mergePatch(path, { spec: { paused: false } });
        same(
          (await reaches(context, path, 'Running')).pauseTime,
          0,
          'pauseTime',
        );
        await remove(context, path, kind);
      },
    },
    {
      title:
        'an image that is redirected runs on, and is due at the next restart',
      async run(context) {
        const { client } = context;
        const kind = await makeKind(context, 'redirect');
        const namespace = await ownNamespace(context, 'redirected');
        const path = kubeflow('v1beta1', namespace, 'workspaces/study');
        await client.create(
          kubeflow('v1beta1', namespace, 'workspaces'),
          workspace(kind.name, { imageConfig: 'old' }),
        );
        const status = await reaches(context, path, 'Running');
        same(status.pendingRestart, true, 'pendingRestart');
        same(
          status.podTemplateOptions.imageConfig,
          { desired: 'new', redirectChain: [{ source: 'old', target: 'new' }] },
          'imageConfig',
        );
        await remove(context, path, kind);
      },
    },
    {
      title:
        'an unknown kind or option is refused, and a kind in use is not deleted',
      async run(context) {
        const { client } = context;
        const kind = await makeKind(context, 'refusals');
        const namespace = await ownNamespace(context, 'refused-workspace');
        const all = kubeflow('v1beta1', namespace, 'workspaces');
        const unknown = await client.create(all, workspace('none'));
        if (unknown.status === 201) {
          await remove(context, `${all}/study`, kind);
          throw new Skip('the webhooks of Workspaces are not installed');
        }
        code(unknown, 422, 'an unknown kind');
        contains(
          unknown.body.message,
          'spec.kind: Invalid value: "none": workspace kind "none" not found',
          'message',
        );
        const option = await client.create(
          all,
          workspace(kind.name, { podConfig: 'huge' }),
        );
        code(option, 422, 'an unknown option');
        contains(
          option.body.message,
          `podConfig with id "huge" not found in workspace kind "${kind.name}"`,
          'message',
        );
        code(await client.create(all, workspace(kind.name)), 201, 'create');
        await reaches(context, `${all}/study`, 'Running');
        code(await client.delete(kind.path), 409, 'delete of the kind');
        await remove(context, `${all}/study`, kind);
      },
    },
  ],
};
