import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { WorkspaceParts } from './NotebookPlan';

/**
 * A Workspace of generation 2: what it runs, and how large, are options of its kind.
 * @see kubeflow/notebooks v2, workspace_types.go
 */
export function workspaceObject(parts: WorkspaceParts): KubernetesManifest {
  const { name, namespace, volumes, podLabels, title } = parts;
  const home = volumes.find(({ role }) => role === 'home');
  const data = volumes.filter(({ role }) => role === 'data');
  return {
    apiVersion: 'kubeflow.org/v1beta1',
    kind: 'Workspace',
    metadata: {
      name,
      namespace,
      labels: { ...parts.labels },
      annotations: { ...parts.annotations },
    },
    spec: {
      paused: false,
      ...(title && { displayName: title }),
      kind: parts.kind,
      podTemplate: {
        ...(Object.keys(podLabels).length > 0 && {
          podMetadata: { labels: { ...podLabels } },
        }),
        volumes: {
          ...(home && { home: home.claim }),
          ...(data.length > 0 && {
            data: data.map(({ claim, mountPath }) => ({
              pvcName: claim,
              mountPath,
              readOnly: false,
            })),
          }),
        },
        options: {
          imageConfig: parts.imageConfig,
          podConfig: parts.podConfig,
        },
      },
    },
  };
}
