import { field, isRecord } from '../../values/field';

/**
 * Fields of `spec.driver` that reach the pod by the operator's webhook alone.
 * Source: kubeflow/spark-operator internal/webhook/sparkpod_defaulter.go.
 */
const BY_WEBHOOK = [
  'affinity',
  'tolerations',
  'volumeMounts',
  'env',
  'envFrom',
  'configMaps',
  'initContainers',
  'sidecars',
  'podSecurityContext',
  'securityContext',
  'schedulerName',
  'hostAliases',
  'dnsConfig',
  'hostNetwork',
  'lifecycle',
  'terminationGracePeriodSeconds',
] as const;

/** Names of what a definition asks of the webhook, without any value. */
export function webhookAsks(driver: unknown): string[] {
  return BY_WEBHOOK.filter(name => isAsked(field(driver, name)));
}

function isAsked(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isRecord(value)) return Object.keys(value).length > 0;
  return value !== undefined && value !== null && value !== false;
}
