import { LakefsConflictSide } from '@millrace/backstage-plugin-data-platform-common';
import {
  formatBytes,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-react';

const DID: Record<LakefsConflictSide['did'], string> = {
  added: 'added it',
  removed: 'removed it',
  changed: 'changed it',
  unchanged: 'has it as it was',
};

/** What one side did to an object: `changed it (12 KiB), by ada: "Prices as text"`. */
export function sideText({ did, sizeBytes, commit }: LakefsConflictSide) {
  const size =
    sizeBytes !== undefined && did !== 'removed'
      ? ` (${formatBytes(sizeBytes)})`
      : '';
  if (!commit) return `${DID[did]}${size}`;
  const who = commit.user ? refTitle(commit.user) : commit.committer;
  return `${DID[did]}${size}, by ${who}: "${commit.message}"`;
}
