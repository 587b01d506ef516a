import { integrationContract } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { samplesOf } from './__testUtils__/samples';
import { sparkKubeflowIntegration } from './sparkKubeflowIntegration';

integrationContract(sparkKubeflowIntegration, {
  samples: {
    SparkApplication: samplesOf('SparkApplication'),
    ScheduledSparkApplication: samplesOf('ScheduledSparkApplication'),
  },
});
