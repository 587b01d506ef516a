import { integrationContract } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { samplesOf } from './__testUtils__/samples';
import { sparkApacheIntegration } from './sparkApacheIntegration';

const contract = integrationContract(sparkApacheIntegration, {
  samples: {
    SparkApplication: samplesOf('SparkApplication'),
    SparkCluster: samplesOf('SparkCluster'),
  },
});

describe('contract', () => {
  it.each(contract)('$title', ({ check }) => {
    expect(check).not.toThrow();
  });
});
