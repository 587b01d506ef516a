import { Alert, Skeleton } from '@backstage/ui';
import { DataPlatformError } from '../api/DataPlatformError';
import { Sentence } from '../components/Sentence';
import { FindingList } from './FindingList';
import { FlowState } from './OperationFlow';
import { PlanView } from './PlanView';
import { refusalTitle } from './refusalTitle';
import { StepList } from './StepList';

/** What a person sees of an operation at each step. */
export function FlowView(props: { state: FlowState }) {
  const { state } = props;
  switch (state.step) {
    case 'planning':
      return (
        <div role="status" aria-label="Checking what this would do">
          <Skeleton width="70%" height={18} />
          <Skeleton width="100%" height={18} style={{ marginTop: 8 }} />
          <Skeleton width="45%" height={18} style={{ marginTop: 8 }} />
        </div>
      );
    case 'review':
      return <PlanView plan={state.plan} />;
    case 'refused':
      return (
        <>
          <Alert
            status="danger"
            icon
            title={refusalTitle(state.error)}
            description={<Sentence text={state.error.message} />}
          />
          {state.error instanceof DataPlatformError && (
            <FindingList findings={state.error.findings} />
          )}
        </>
      );
    case 'running':
      return (
        <>
          <Alert status="info" isPending title={`${state.title} …`} />
          <StepList steps={state.operation?.steps ?? []} />
        </>
      );
    case 'done':
      return (
        <>
          <Alert status="success" icon title={doneSentence(state)} />
          <StepList steps={state.operation.steps} />
        </>
      );
    default:
      return (
        <>
          <Alert
            status="danger"
            icon
            title="This did not work."
            description={
              <Sentence
                text={state.operation.error ?? 'The backend gave no reason.'}
              />
            }
          />
          <FindingList findings={state.operation.findings ?? []} />
          <StepList steps={state.operation.steps} />
        </>
      );
  }
}

function doneSentence(state: FlowState & { step: 'done' }): string {
  const name = state.operation.output?.name;
  return typeof name === 'string'
    ? `${state.operation.title}: done. It is called ${name}.`
    : `${state.operation.title}: done.`;
}
