import { LABEL_MANAGED_BY } from '@millrace/backstage-plugin-data-platform-common';

/** Metadata of an object that a domain consists of. */
export function domainMetadata(
  name: string,
  domain: string,
  labels: Record<string, string> = {},
) {
  return {
    name,
    namespace: domain,
    labels: { [LABEL_MANAGED_BY]: 'millrace', ...labels },
  };
}
