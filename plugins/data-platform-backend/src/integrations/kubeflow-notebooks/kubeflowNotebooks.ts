import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { notebook } from './notebook';
import { workspace } from './workspace';

/** Notebook servers by the notebook controller of Kubeflow. */
export const kubeflowNotebooksIntegration: DataPlatformIntegration = {
  id: 'kubeflow-notebooks',
  title: 'Kubeflow Notebooks',
  operator: {
    title: 'Kubeflow notebook controller',
    // Source: components/notebook-controller/config/base/kustomization.yaml; it has no label of the common kind.
    deployment: { name: 'notebook-controller', label: 'app' },
  },
  resources: [notebook],
};

/** Notebook servers of the second generation. They have a controller of their own. */
export const kubeflowWorkspacesIntegration: DataPlatformIntegration = {
  id: 'kubeflow-workspaces',
  title: 'Kubeflow Notebooks 2 (beta)',
  operator: {
    title: 'Kubeflow workspaces controller',
    // Source: workspaces/controller/manifests/kustomize/components/common/kustomization.yaml
    deployment: { name: 'workspaces-controller' },
  },
  resources: [workspace],
};
