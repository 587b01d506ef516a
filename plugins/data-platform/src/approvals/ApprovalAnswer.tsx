import { useId, useState } from 'react';
import { Alert, Button, TextAreaField } from '@backstage/ui';
import { Approval } from '@millrace/backstage-plugin-data-platform-common';
import {
  DataPlatformApi,
  LONGEST_COMMENT,
  refTitle,
  Sentence,
  useOperationDialog,
} from '@millrace/backstage-plugin-data-platform-react';
import { useApprovalAction } from './useApprovalAction';
import styles from './approvals.module.css';

/** What the person may do about a request: decide, say something, take it back, carry it out. */
export function ApprovalAnswer(props: {
  approval: Approval;
  onChanged: () => void;
}) {
  const { approval, onChanged } = props;
  const { id, mayDecide, mayNotDecide, mayWithdraw, mayComment } = approval;
  const [text, setText] = useState('');
  const [wanting, setWanting] = useState(false);
  const noteId = useId();
  const { busy, error, run } = useApprovalAction(onChanged);
  const openOperation = useOperationDialog();
  const comment = text.trim();
  const asker = refTitle(approval.requestedBy);

  const act = (did: (api: DataPlatformApi) => Promise<Approval>) =>
    run(async api => {
      const after = await did(api);
      setText('');
      setWanting(false);
      return after;
    });
  const decide = (decision: 'approve' | 'reject') => {
    // A rejection without a word helps nobody; an administrator owes a reason to those who were passed over.
    if (!comment && (decision === 'reject' || approval.mustComment)) {
      setWanting(true);
      return;
    }
    act(api =>
      api.decideApproval(id, { decision, ...(comment && { comment }) }),
    );
  };
  const carryOut = () =>
    openOperation(
      { id: approval.operation, title: 'Do it', available: true },
      {
        title: approval.title,
        entityRef: approval.request.entityRef,
        resourceId: approval.request.resourceId,
        input: approval.request.input,
      },
    );
  return (
    <div className={styles.answer}>
      {(mayComment || mayDecide) && (
        <TextAreaField
          label="Your comment"
          description={
            approval.mustComment
              ? 'You decide as an administrator of the platform: say why.'
              : undefined
          }
          rows={3}
          maxLength={LONGEST_COMMENT}
          value={text}
          onChange={value => {
            setText(value);
            setWanting(false);
          }}
          isInvalid={wanting}
          aria-describedby={noteId}
        />
      )}
      <p id={noteId} className={styles.wanting} role="alert">
        {wanting && `Say why, so that ${asker} knows what to do.`}
      </p>
      {error && (
        <Alert
          status="danger"
          icon
          title="It was not done."
          description={<Sentence text={error.message} />}
        />
      )}
      {!mayDecide && mayNotDecide && approval.state === 'open' && (
        <p className={styles.quiet}>
          <Sentence text={mayNotDecide} />
        </p>
      )}
      <div className={styles.actions}>
        {mayDecide && (
          <>
            <Button
              size="small"
              variant="primary"
              isDisabled={busy}
              onPress={() => decide('approve')}
            >
              Approve
            </Button>
            <Button
              size="small"
              variant="secondary"
              destructive
              isDisabled={busy}
              onPress={() => decide('reject')}
            >
              Reject
            </Button>
          </>
        )}
        {approval.state === 'approved' && mayWithdraw && (
          <Button size="small" variant="primary" onPress={carryOut}>
            Do it now
          </Button>
        )}
        {mayComment && (
          <Button
            size="small"
            variant="secondary"
            isDisabled={busy || !comment}
            onPress={() => act(api => api.commentApproval(id, comment))}
          >
            {mayDecide ? 'Comment only' : 'Comment'}
          </Button>
        )}
        {mayWithdraw && (
          <Button
            size="small"
            variant="tertiary"
            isDisabled={busy}
            onPress={() => act(api => api.withdrawApproval(id))}
          >
            Withdraw the request
          </Button>
        )}
      </div>
    </div>
  );
}
