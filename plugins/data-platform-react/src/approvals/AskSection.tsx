import { Alert } from '@backstage/ui';
import { Sentence } from '../components/Sentence';
import { ApprovalNeed } from './approvalNeedOf';
import { PlanApprovalNote } from './PlanApprovalNote';
import { AskState } from './useAskApproval';

/** Whose leave a plan needs, the words for them, and why they could not be asked; nothing where it needs none. */
export function AskSection(props: { need: ApprovalNeed; state: AskState }) {
  const { need, state } = props;
  const { approval, mayAsk } = need;
  return (
    <>
      {approval && (
        <PlanApprovalNote
          approval={approval}
          comment={mayAsk ? state.comment : undefined}
          onComment={state.setComment}
        />
      )}
      {state.error && (
        <Alert
          status="danger"
          icon
          title="It could not be asked for."
          description={<Sentence text={state.error.message} />}
        />
      )}
    </>
  );
}
