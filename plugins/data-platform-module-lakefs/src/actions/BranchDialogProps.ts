import {
  LakefsBranch,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';

/** What the dialogs of a branch are given. */
export interface BranchDialogProps {
  branch: LakefsBranch;
  availability: OperationAvailability;
  onClose: () => void;
}
