import { integrationContract } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { samplesOf } from './__testUtils__/samples';
import {
  kubeflowNotebooksIntegration,
  kubeflowWorkspacesIntegration,
} from './kubeflowNotebooks';

const samples = {
  Notebook: samplesOf('Notebook'),
  Workspace: samplesOf('Workspace'),
};

describe.each([
  ['Notebook', kubeflowNotebooksIntegration],
  ['Workspace', kubeflowWorkspacesIntegration],
])('contract of %s', (_, integration) => {
  it.each(integrationContract(integration, { samples }))(
    '$title',
    ({ check }) => {
      expect(check).not.toThrow();
    },
  );
});
