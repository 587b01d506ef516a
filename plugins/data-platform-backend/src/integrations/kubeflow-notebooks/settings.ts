import { CommonSettings, PodSettings } from '../pods/podSettings';

/** Where a person changes the pod of a notebook server. */
export type ServerSettings = PodSettings & CommonSettings;

/** In `spec.template.spec` of a Notebook, as its fields are called there. */
export const NOTEBOOK_SETTINGS: ServerSettings = {
  noun: 'server',
  whole: 'resources',
  cpu: 'resources.requests.cpu',
  cpuLimit: 'resources.limits.cpu',
  memory: 'resources.limits.memory',
  memoryOverhead: 'resources.limits.memory',
  environment: 'env',
  nodeSelector: 'nodeSelector',
  affinity: 'affinity',
  tolerations: 'tolerations',
  priorityClass: 'priorityClassName',
  securityContext: 'securityContext',
  image: 'image',
  pullSecrets: 'imagePullSecrets',
  serviceAccount: 'serviceAccountName',
  volumes: 'volumes',
};

/** A Workspace chooses from what its kind offers. */
export const WORKSPACE_SETTINGS: ServerSettings = {
  noun: 'server',
  whole: 'podConfig',
  cpu: 'podConfig',
  cpuLimit: 'podConfig',
  memory: 'podConfig',
  memoryOverhead: 'podConfig',
  environment: 'WorkspaceKind',
  nodeSelector: 'podConfig',
  affinity: 'podConfig',
  tolerations: 'podConfig',
  priorityClass: 'podConfig',
  securityContext: 'WorkspaceKind',
  image: 'imageConfig',
  pullSecrets: 'WorkspaceKind',
  serviceAccount: 'WorkspaceKind',
  volumes: 'spec.podTemplate.volumes',
};
