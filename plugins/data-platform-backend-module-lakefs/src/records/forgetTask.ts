import { SystemTask } from '@millrace/backstage-plugin-data-platform-node';
import { BranchRecords } from './BranchRecords';

const DAY_MS = 86_400_000;

/** The task that forgets branches which were deleted long ago: after that they cannot be restored any more. */
export function forgetTask(parts: {
  records: Pick<BranchRecords, 'prune'>;
  /** How long a deleted branch stays on record. */
  keptMs: number;
  now?(): number;
}): SystemTask {
  const { records, keptMs, now = Date.now } = parts;
  return {
    id: 'deleted-branches',
    everyMs: DAY_MS,
    run: async () => {
      await records.prune(now() - keptMs);
    },
  };
}
