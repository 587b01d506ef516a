import {
  SystemTask,
  SystemTaskHost,
} from '@millrace/backstage-plugin-data-platform-node';
import { LakefsSource } from '../LakefsSource';
import { BranchRecords } from '../records/BranchRecords';
import { BranchExpiry } from './BranchExpiry';

const EVERY_MS = 10 * 60_000;

/** The task that ends branches; none where it is switched off. */
export function expiryTask(parts: {
  host: SystemTaskHost;
  sources: readonly LakefsSource[];
  records: BranchRecords;
}): readonly SystemTask[] {
  const settings = parts.sources[0]?.server.expiry;
  if (!settings?.enabled) return [];
  const expiry = new BranchExpiry({
    ...parts,
    settings,
    now: () => Date.now(),
  });
  return [
    { id: 'expiry', everyMs: EVERY_MS, run: signal => expiry.round(signal) },
  ];
}
