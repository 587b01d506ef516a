import { controllerReference } from '../workloads/ownedPods';
import { LABEL_WORKSPACE, workspacePath, type Workspace } from './Workspace';
import type { ImageSpec, PodSpec, WorkspaceKind } from './WorkspaceKind';
import { workspaceVolumes } from './workspaceVolumes';

const PREFIX = /\{\{\s*httpPathPrefix\s+"([^"]*)"\s*\}\}/g;
const LONGEST_SET_NAME = 52;
const LONGEST_SERVICE_NAME = 63;
const SUFFIX = 6;

const own = (workspace: Workspace) => ({
  labels: { [LABEL_WORKSPACE]: workspace.metadata.name },
  ownerReferences: [controllerReference(workspace)],
});

const selector = ({ metadata }: Workspace) => ({
  [LABEL_WORKSPACE]: metadata.name,
  statefulset: metadata.name,
});

function namePrefix({ metadata }: Workspace, longest: number): string {
  const prefix = `ws-${metadata.name}`.slice(0, longest - SUFFIX - 1);
  return prefix.endsWith('-') ? prefix : `${prefix}-`;
}

/** Values of a kind's `extraEnv` may ask for the path of a port; a port that is not there has none. */
function environment(
  workspace: Workspace,
  kind: WorkspaceKind,
  image: ImageSpec,
) {
  const { namespace = '', name } = workspace.metadata;
  return (kind.spec.podTemplate.extraEnv ?? []).map(variable => ({
    ...variable,
    ...(variable.value !== undefined && {
      value: variable.value.replace(PREFIX, (_, portId: string) =>
        image.ports.some(({ id }) => id === portId)
          ? workspacePath(namespace, name, portId)
          : '',
      ),
    }),
  }));
}

const defined = (properties: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  );

export const serviceAccountName = ({ metadata }: Workspace) =>
  `ws-${metadata.name}`;

export function workspaceServiceAccount(workspace: Workspace) {
  return {
    metadata: { name: serviceAccountName(workspace), ...own(workspace) },
  };
}

/** The StatefulSet of a workspace (generateStatefulSet of the workspaces controller); its name is generated. */
export function workspaceSet(
  workspace: Workspace,
  kind: WorkspaceKind,
  image: ImageSpec,
  pod: PodSpec,
) {
  const { podTemplate } = kind.spec;
  const given = workspace.spec.podTemplate.podMetadata;
  const { volumes, volumeMounts } = workspaceVolumes(workspace, kind);
  return {
    metadata: {
      generateName: namePrefix(workspace, LONGEST_SET_NAME),
      ...own(workspace),
    },
    spec: {
      replicas: workspace.spec.paused ? 0 : 1,
      selector: { matchLabels: selector(workspace) },
      template: {
        metadata: {
          annotations: {
            ...podTemplate.podMetadata?.annotations,
            ...given?.annotations,
          },
          labels: {
            ...podTemplate.podMetadata?.labels,
            ...given?.labels,
            ...selector(workspace),
          },
        },
        spec: defined({
          affinity: pod.affinity,
          nodeSelector: pod.nodeSelector,
          tolerations: pod.tolerations,
          securityContext: podTemplate.securityContext,
          serviceAccountName: serviceAccountName(workspace),
          volumes,
          containers: [
            defined({
              name: 'main',
              image: image.image,
              imagePullPolicy: image.imagePullPolicy ?? 'IfNotPresent',
              ports: image.ports.map(({ port }) => ({
                name: `http-${port}`,
                containerPort: port,
                protocol: 'TCP',
              })),
              ...podTemplate.probes,
              securityContext: podTemplate.containerSecurityContext,
              volumeMounts,
              env: environment(workspace, kind, image),
              resources: pod.resources ?? {},
            }),
          ],
        }),
      },
      serviceName: '',
    },
  };
}

export function workspaceService(workspace: Workspace, image: ImageSpec) {
  return {
    metadata: {
      generateName: namePrefix(workspace, LONGEST_SERVICE_NAME),
      ...own(workspace),
    },
    spec: {
      type: 'ClusterIP',
      selector: selector(workspace),
      ports: image.ports.map(({ port }) => ({
        name: `http-${port}`,
        port,
        targetPort: port,
        protocol: 'TCP',
      })),
    },
  };
}
