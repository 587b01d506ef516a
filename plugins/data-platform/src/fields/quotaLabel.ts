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
  'services.loadbalancers': 'Load balancers',
  'services.nodeports': 'Node ports',
  'count/sparkapplications.sparkoperator.k8s.io': 'Spark runs kept',
  'count/sparkapplications.spark.apache.org': 'Spark runs kept (Apache)',
  'count/scheduledsparkapplications.sparkoperator.k8s.io': 'Spark schedules',
};

/** A resource of a ResourceQuota in words; another `count/<plural>.<group>` by its plural. */
export function quotaLabel(resource: string): string {
  const [, counted] = /^count\/([^.]+)/.exec(resource) ?? [];
  return KNOWN[resource] ?? KNOWN[counted ?? resource] ?? counted ?? resource;
}
