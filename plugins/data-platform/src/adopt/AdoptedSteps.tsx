import { useEffect } from 'react';
import { Alert } from '@backstage/ui';
import { Operation } from '@millrace/backstage-plugin-data-platform-common';
import {
  FindingList,
  Sentence,
  StepList,
} from '@millrace/backstage-plugin-data-platform-react';
import { goesOn } from '../series/seriesState';

/** How far the adoption of several jobs is, job by job. */
export function AdoptedSteps(props: {
  operation: Operation;
  onDone: () => void;
}) {
  const { operation, onDone } = props;
  const { state, steps, title, error } = operation;
  const done = steps.filter(step => step.state === 'done').length;
  useEffect(() => {
    if (state === 'done') {
      onDone();
    }
  }, [state, onDone]);
  return (
    <>
      {goesOn(operation) && (
        <Alert
          status="info"
          isPending
          title={`${title}: ${done} of ${steps.length}`}
        />
      )}
      {state === 'done' && (
        <Alert status="success" icon title={`${title}: done.`} />
      )}
      {state === 'failed' && (
        <Alert
          status="danger"
          icon
          title="This did not work."
          description={
            <Sentence text={error ?? 'The backend gave no reason.'} />
          }
        />
      )}
      <FindingList findings={operation.findings ?? []} />
      <StepList steps={steps} />
    </>
  );
}
