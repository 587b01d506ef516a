import { SandboxApi } from '@millrace/sandbox';

const PREFIX = 'millrace-conf';
const CLUSTER_WIDE = [
  { group: '', version: 'v1', plural: 'namespaces' },
  ...['clusterroles', 'clusterrolebindings'].map(plural => ({
    group: 'rbac.authorization.k8s.io',
    version: 'v1',
    plural,
  })),
  { group: 'kubeflow.org', version: 'v1beta1', plural: 'workspacekinds' },
  {
    group: 'apiextensions.k8s.io',
    version: 'v1',
    plural: 'customresourcedefinitions',
  },
];

/** What a run of the suite has made on a sandbox and neither removed nor begun to remove: plural and name of each. */
export function leftBehind(api: SandboxApi): readonly string[] {
  return CLUSTER_WIDE.flatMap(resource =>
    api
      .list(resource)
      .filter(
        ({ metadata }) =>
          metadata.name.startsWith(PREFIX) && !metadata.deletionTimestamp,
      )
      .map(({ metadata }) => `${resource.plural}/${metadata.name}`),
  );
}
