import { isDeepStrictEqual } from 'node:util';
import type { AdmissionRequest } from '../../admission/AdmissionRequest';
import { invalidValue, type FieldError } from '../../errors/FieldError';
import { invalid, refusal } from '../../errors/status';
import { StatusError, type KubeObject } from '../../types';
import type { Workspace } from './Workspace';
import { KIND_IN_USE, type WorkspaceKind } from './WorkspaceKind';

const GROUP = 'kubeflow.org';
const OPTIONS = ['imageConfig', 'podConfig'] as const;

/** The refusal of a webhook as the API server passes it on. */
function denied(webhook: string, refused: StatusError): StatusError {
  return new StatusError({
    ...refused.status,
    message: `admission webhook "${webhook}" denied the request: ${refused.message}`,
  });
}

function faultsOf(
  workspace: Workspace,
  old: Workspace | undefined,
  find: AdmissionRequest['find'],
): FieldError[] {
  const { kind: name, podTemplate } = workspace.spec;
  const before = old?.spec.podTemplate.options;
  if (
    old &&
    old.spec.kind === name &&
    isDeepStrictEqual(podTemplate.options, before)
  ) {
    return [];
  }
  const kind = find(`${GROUP}/workspacekinds`, name);
  if (!kind) {
    return [
      invalidValue('spec.kind', name, `workspace kind "${name}" not found`),
    ];
  }
  const { options } = (kind as WorkspaceKind).spec.podTemplate;
  return OPTIONS.flatMap(option => {
    const id = podTemplate.options[option];
    const known = options[option].values.some(value => value.id === id);
    if (known || id === before?.[option]) return [];
    return [
      invalidValue(
        `spec.podTemplate.options.${option}`,
        id,
        `${option} with id "${id}" not found in workspace kind "${name}"`,
      ),
    ];
  });
}

function judgeWorkspace({ name, object, oldObject, find }: AdmissionRequest) {
  const workspace = object as Workspace;
  const old = oldObject as Workspace | undefined;
  const subject = { group: GROUP, kind: 'Workspace', name };
  if (old && old.spec.kind !== workspace.spec.kind) {
    // A rule of the definition itself, not of the webhook.
    throw invalid(subject, [
      invalidValue(
        'spec.kind',
        workspace.spec.kind,
        "Workspace 'kind' is immutable",
      ),
    ]);
  }
  const faults = faultsOf(workspace, old, find);
  if (faults.length === 0) return;
  throw denied('vworkspace.kb.io', invalid(subject, faults));
}

function judgeKindDeletion(kind: KubeObject): void {
  const used: number = kind.status?.workspaces ?? 0;
  const held = kind.metadata.finalizers?.includes(KIND_IN_USE);
  if (used === 0 && !held) return;
  const { name } = kind.metadata;
  const message = `Operation cannot be fulfilled on WorkspaceKind.${GROUP} "${name}"`;
  const cause =
    used > 0
      ? `WorkspaceKind is used by ${used} workspace(s)`
      : 'WorkspaceKind has protection finalizer, indicating one or more workspaces are still using it';
  throw denied(
    'vworkspacekind.kb.io',
    refusal({
      code: 409,
      reason: 'Conflict',
      message,
      details: {
        group: GROUP,
        kind: 'WorkspaceKind',
        name,
        causes: [{ message: cause }],
      },
    }),
  );
}

/**
 * The validating webhooks of Kubeflow Notebooks 2.0 (beta): a workspace of a kind or an option that is not there, and the
 * deletion of a kind in use.
 *
 * @throws StatusError 422 or 409, in the words in which the API server passes on a webhook's denial.
 */
export function workspaceWebhook(request: AdmissionRequest): void {
  const { operation, resource, subresource, oldObject } = request;
  if (resource.group !== GROUP || subresource) return;
  if (resource.plural === 'workspaces' && operation !== 'DELETE') {
    judgeWorkspace(request);
  }
  if (resource.plural === 'workspacekinds' && operation === 'DELETE') {
    judgeKindDeletion(oldObject!);
  }
}
