import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { scheduledSparkApplication } from './scheduledSparkApplication';
import { sparkApplication } from './sparkApplication';

/** Spark on Kubernetes by the Kubeflow Spark operator. */
export const sparkKubeflowIntegration: DataPlatformIntegration = {
  id: 'spark-kubeflow',
  title: 'Spark (Kubeflow operator)',
  resources: [sparkApplication, scheduledSparkApplication],
};
