import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { sparkConnect } from './connect/sparkConnect';
import { scheduledSparkApplication } from './scheduledSparkApplication';
import { sparkApplication } from './sparkApplication';

/** Spark on Kubernetes by the Kubeflow Spark operator. */
export const sparkKubeflowIntegration: DataPlatformIntegration = {
  id: 'spark-kubeflow',
  title: 'Spark (Kubeflow operator)',
  operator: {
    title: 'Kubeflow Spark operator',
    // Source: charts/spark-operator-chart/templates/controller/_helpers.tpl; the webhook is another Deployment.
    deployment: { name: 'spark-operator', component: 'controller' },
  },
  resources: [sparkApplication, scheduledSparkApplication, sparkConnect],
};
