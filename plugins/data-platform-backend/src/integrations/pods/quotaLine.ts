import { QuotaEvidence } from '@millrace/backstage-plugin-data-platform-node';

/** All lines of a quota: `pods 6 of 6, requests.cpu 15 of 16 used`. */
export function quotaLine(quota: QuotaEvidence): string {
  const lines = Object.entries(quota.hard).map(
    ([resource, hard]) =>
      `${resource} ${quota.used[resource] ?? '0'} of ${hard}`,
  );
  return `${lines.join(', ')} used`;
}
