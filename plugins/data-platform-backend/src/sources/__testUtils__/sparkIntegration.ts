import {
  DataPlatformIntegration,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';

/** An integration of one kind, with a selector of each sort. */
export const sparkDefinition: ResourceDefinition = {
  kind: 'SparkApplication',
  match: {
    group: 'sparkoperator.k8s.io',
    versions: ['v1', 'v1beta2'],
    plural: 'sparkapplications',
  },
  nature: 'run',
  keep: ({ spec, status }) => ({
    spec: { type: (spec as { type?: string })?.type },
    status,
  }),
  assess: () => ({
    health: 'healthy',
    reason: 'Fine',
    message: 'Fine.',
    since: '2026-11-22T09:00:00Z',
    evidence: [],
    remedies: [],
  }),
  related: [
    {
      type: 'pods',
      labelSelector: 'spark-role',
      ownerOf: () => undefined,
    },
    {
      type: 'events',
      fieldSelector: 'involvedObject.kind=SparkApplication',
    },
  ],
};

export const sparkIntegration: DataPlatformIntegration = {
  id: 'spark-kubeflow',
  title: 'Spark',
  resources: [sparkDefinition],
};
