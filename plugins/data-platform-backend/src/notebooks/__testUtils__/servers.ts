import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { WorkbenchFacts } from '@millrace/backstage-plugin-data-platform-node';
import { NOW, resource } from '../../http/__testUtils__/rows';
import {
  kubeflowNotebooksIntegration,
  kubeflowWorkspacesIntegration,
} from '../../integrations/kubeflow-notebooks';
import { IndexedResource } from '../../store/types';

const DEFINITIONS = {
  1: kubeflowNotebooksIntegration.resources.find(
    ({ kind }) => kind === 'Notebook',
  )!,
  2: kubeflowWorkspacesIntegration.resources.find(
    ({ kind }) => kind === 'Workspace',
  )!,
};

/** Facts of a server that runs since an hour, in use until ten minutes ago. */
export function factsWith(parts: Partial<WorkbenchFacts> = {}): WorkbenchFacts {
  return {
    generation: 1,
    state: 'running',
    startedAt: NOW - 3_600_000,
    activityKnown: true,
    lastActivity: NOW - 600_000,
    cpu: '2',
    memory: '4Gi',
    volumes: [],
    ...parts,
  };
}

/** A live notebook server in the domain sales, as the index holds it. */
export function server(
  name: string,
  facts: Partial<WorkbenchFacts> = {},
  row: Partial<PlatformResource> = {},
  object: { spec?: object; metadata?: object } = {},
): IndexedResource {
  const workbench = factsWith(facts);
  const definition = DEFINITIONS[workbench.generation];
  const apiVersion =
    workbench.generation === 1 ? 'kubeflow.org/v1' : 'kubeflow.org/v1beta1';
  const { assessment, ...rest } = row;
  const made = resource(
    {
      name,
      kind: definition.kind,
      group: 'kubeflow.org',
      apiVersion,
      nature: 'workbench',
      domainRef: 'domain:default/sales',
      ownerRef: 'group:default/sales-team',
      ...rest,
    },
    assessment,
  );
  return {
    ...made,
    definition,
    workbench,
    object: {
      ...made.object,
      apiVersion,
      kind: definition.kind,
      spec: object.spec ?? {},
      metadata: { ...made.object.metadata, ...object.metadata },
    },
  };
}
