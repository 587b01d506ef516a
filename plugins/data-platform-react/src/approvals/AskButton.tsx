import { Button } from '@backstage/ui';
import { OperationRequest } from '@millrace/backstage-plugin-data-platform-common';
import { AskState } from './useAskApproval';

/** Asks for leave, in place of the button that does it. */
export function AskButton(props: {
  state: AskState;
  request: OperationRequest;
  isDisabled?: boolean;
}) {
  const { state, request, isDisabled } = props;
  return (
    <Button
      size="small"
      variant="primary"
      isPending={state.asking}
      isDisabled={isDisabled}
      onPress={() => state.ask(request)}
    >
      Ask for approval
    </Button>
  );
}
