import { Alert, Skeleton } from '@backstage/ui';
import { DataPlatformError } from '../api/DataPlatformError';
import { Sentence } from '../components/Sentence';
import { FindingList } from './FindingList';
import { FlowState } from './OperationFlow';
import { verbOf } from './operationVerb';
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

/** What makes a run has done so once the run exists; whether that succeeds is another matter. */
function doneSentence({ operation }: FlowState & { step: 'done' }): string {
  const { title, output } = operation;
  const verb = verbOf(operation.operation);
  const made = verb === 'run' || verb === 'rerun' ? 'started' : 'done';
  return typeof output?.name === 'string'
    ? `${title}: ${made}. It is called ${output.name}.`
    : `${title}: ${made}.`;
}
