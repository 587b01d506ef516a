import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { sparkApplication } from './sparkApplication';
import { sparkCluster } from './sparkCluster';

/** Spark on Kubernetes by the Apache Spark Kubernetes operator. */
export const sparkApacheIntegration: DataPlatformIntegration = {
  id: 'spark-apache',
  title: 'Spark (Apache operator)',
  operator: {
    title: 'Apache Spark operator',
    // Source: build-tools/helm/spark-kubernetes-operator/templates/_helpers.tpl.
    deployment: { name: 'spark-kubernetes-operator' },
  },
  resources: [sparkApplication, sparkCluster],
};
