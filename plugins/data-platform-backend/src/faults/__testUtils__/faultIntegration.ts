import {
  DataPlatformIntegration,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { sparkDefinition } from '../../sources/__testUtils__/sparkIntegration';

/** As the server serves it, and as its store names it. */
export const SCHEDULES =
  'sparkoperator.k8s.io/v1beta2/scheduledsparkapplications';
export const SPARK_SCHEDULES =
  'sparkoperator.k8s.io/scheduledsparkapplications';

const scheduleDefinition: ResourceDefinition = {
  ...sparkDefinition,
  kind: 'ScheduledSparkApplication',
  match: { ...sparkDefinition.match, plural: 'scheduledsparkapplications' },
  nature: 'schedule',
  related: [],
};

/** Two kinds, so that a fault in one can be told from a fault in all. */
export const faultIntegration: DataPlatformIntegration = {
  id: 'spark-kubeflow',
  title: 'Spark',
  resources: [sparkDefinition, scheduleDefinition],
};
