import { QuotaEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { record, text, texts } from '../fields';

/** Reduces a ResourceQuota. What is enforced is `status.hard`; until the controller wrote it, nothing is. */
export function quotaEvidence(raw: unknown): QuotaEvidence | undefined {
  const quota = record(raw);
  const meta = record(quota.metadata);
  const name = text(meta.name);
  const namespace = text(meta.namespace);
  if (!name || !namespace) {
    return undefined;
  }
  const status = record(quota.status);
  const enforced = texts(status.hard);
  return {
    name,
    namespace,
    hard:
      Object.keys(enforced).length > 0
        ? enforced
        : texts(record(quota.spec).hard),
    used: texts(status.used),
  };
}
