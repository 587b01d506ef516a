import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import {
  kubeflowNotebooksIntegration,
  kubeflowWorkspacesIntegration,
} from './kubeflow-notebooks';
import { sparkApacheIntegration } from './spark-apache';
import { sparkKubeflowIntegration } from './spark-kubeflow';

/** What the plugin knows of itself; modules add others. */
export const builtInIntegrations: readonly DataPlatformIntegration[] = [
  sparkKubeflowIntegration,
  sparkApacheIntegration,
  kubeflowNotebooksIntegration,
  kubeflowWorkspacesIntegration,
];
