import { Config } from '@backstage/config';

const KEY = 'dataPlatform.lakefs.deletedBranchDays';
const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 365;

/**
 * How long the record of a deleted branch is kept, ms.
 * @throws Error that names the key
 */
export function readDeletedKept(root: Config): number {
  const days = root.getOptionalNumber(KEY) ?? DEFAULT_DAYS;
  if (days >= 1) return days * DAY_MS;
  throw new Error(`${KEY} must be 1 or more; it is ${days}`);
}
