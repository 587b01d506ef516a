import { Dialog, DialogBody, DialogHeader, Skeleton } from '@backstage/ui';
import {
  useApproval,
  useRefreshAll,
  useRefreshEvery,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { ApprovalAnswer } from './ApprovalAnswer';
import { ApprovalDetails } from './ApprovalDetails';
import { ApprovalThread } from './ApprovalThread';
import styles from './approvals.module.css';

const EVERY_MS = 10_000;

/** One request: what is asked for, what was said, and what the person may do about it. */
export function ApprovalDrawer(props: { id: string; onClose: () => void }) {
  const { id, onClose } = props;
  // The list behind it and the count on the tab are not what they were either.
  const refreshAll = useRefreshAll();
  const { value, error, refresh } = useApproval(id);
  useRefreshEvery(refresh, EVERY_MS);
  return (
    <Dialog isOpen width={680} onOpenChange={open => !open && onClose()}>
      <DialogHeader>{value?.title ?? 'Request for approval'}</DialogHeader>
      <DialogBody>
        <div className={styles.details}>
          {error && (
            <ViewProblem
              error={error}
              subject={value ? 'anything newer than this' : 'this request'}
              onRetry={refresh}
            />
          )}
          {value && (
            <>
              <ApprovalDetails approval={value} />
              <ApprovalThread comments={value.comments} />
              <ApprovalAnswer approval={value} onChanged={refreshAll} />
            </>
          )}
          {!value && !error && (
            <Skeleton
              width="100%"
              height={200}
              role="status"
              aria-label="Loading the request"
            />
          )}
        </div>
      </DialogBody>
    </Dialog>
  );
}
