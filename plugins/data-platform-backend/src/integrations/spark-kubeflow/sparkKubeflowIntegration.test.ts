import { integrationContract } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { samplesOf } from './__testUtils__/samples';
import { sparkKubeflowIntegration } from './sparkKubeflowIntegration';

const contract = integrationContract(sparkKubeflowIntegration, {
  samples: {
    SparkApplication: samplesOf('SparkApplication'),
    ScheduledSparkApplication: samplesOf('ScheduledSparkApplication'),
    SparkConnect: samplesOf('SparkConnect'),
  },
});

describe('contract', () => {
  it.each(contract)('$title', ({ check }) => {
    expect(check).not.toThrow();
  });
});
