import { Alert, Link, TextAreaField } from '@backstage/ui';
import { PlanApproval } from '@millrace/backstage-plugin-data-platform-common';
import { Sentence } from '../components/Sentence';
import { approvalPath } from './approvalPath';
import { approverNames } from './approverNames';
import styles from './PlanApprovalNote.module.css';

/** As many characters as a comment may have. */
export const LONGEST_COMMENT = 2_000;

type State = PlanApproval['state'];

const LOOK: Record<State, { status: 'info' | 'success' | 'warning' }> = {
  needed: { status: 'info' },
  requested: { status: 'info' },
  approved: { status: 'success' },
  rejected: { status: 'warning' },
  stale: { status: 'warning' },
};

const TITLE: Record<State, string> = {
  needed: 'This needs the approval of somebody else.',
  requested: 'Asked for; it waits for approval.',
  approved: 'Approved: it can be done now.',
  rejected: 'It was asked for before and rejected.',
  stale: 'What was asked for has changed since: ask again.',
};

/** Whose leave a plan needs and how that stands; with words for the approvers where it can be asked for. */
export function PlanApprovalNote(props: {
  approval: PlanApproval;
  /** What the person says to the approvers; nothing can be said while it is undefined. */
  comment: string | undefined;
  onComment: (comment: string) => void;
}) {
  const { approval, comment, onComment } = props;
  const { state, reason, approverRefs, approvalId } = approval;
  return (
    <section className={styles.note} aria-label="Approval">
      <Alert
        status={LOOK[state].status}
        icon
        title={TITLE[state]}
        description={
          <>
            <Sentence text={reason} />{' '}
            {state !== 'approved' &&
              `It is decided by ${approverNames(
                approverRefs,
              )}; nobody approves a request of their own.`}
          </>
        }
        customActions={
          approvalId && (
            <Link href={approvalPath(approvalId)} variant="body-medium">
              Open the request
            </Link>
          )
        }
      />
      {comment !== undefined && (
        <TextAreaField
          label="What the approvers should know"
          description="They see what is asked for and why it needs their approval; say why it is right to do this."
          rows={3}
          maxLength={LONGEST_COMMENT}
          value={comment}
          onChange={onComment}
        />
      )}
    </section>
  );
}
