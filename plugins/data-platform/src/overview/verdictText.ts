import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';

/** The verdict on a row, after why it is one of the past, where it is. */
export function verdictText({
  assessment,
  stale,
}: Pick<PlatformResource, 'assessment' | 'stale'>): string {
  return stale ? `${stale.message} ${assessment.message}` : assessment.message;
}
