const KNOWN: Record<string, string> = {
  'requests.cpu': 'CPU',
  'requests.memory': 'Memory',
  'limits.memory': 'Memory limit',
  'limits.cpu': 'CPU limit',
  'requests.storage': 'Storage',
  pods: 'Pods',
  configmaps: 'ConfigMaps',
  secrets: 'Secrets',
  services: 'Services',
  persistentvolumeclaims: 'Volume claims',
};

/** A resource of a ResourceQuota in words; `count/<plural>.<group>` by its plural. */
export function quotaLabel(resource: string): string {
  const [, counted] = /^count\/([^.]+)/.exec(resource) ?? [];
  return KNOWN[counted ?? resource] ?? counted ?? resource;
}
