import { Dialog, DialogBody, DialogHeader, Skeleton } from '@backstage/ui';
import {
  useApproval,
  useRefreshEvery,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { ApprovalAnswer } from './ApprovalAnswer';
import { ApprovalDetails } from './ApprovalDetails';
import { ApprovalThread } from './ApprovalThread';
import styles from './approvals.module.css';

const EVERY_MS = 10_000;

/** One request: what is asked for, what was said, and what the person may do about it. */
export function ApprovalDrawer(props: {
  id: string;
  /** The request is not what it was. */
  onChanged: () => void;
  onClose: () => void;
}) {
  const { id, onChanged, onClose } = props;
  const { value, error, refresh } = useApproval(id);
  useRefreshEvery(refresh, EVERY_MS);
  const changed = () => {
    refresh();
    onChanged();
  };
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
              <ApprovalAnswer approval={value} onChanged={changed} />
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
