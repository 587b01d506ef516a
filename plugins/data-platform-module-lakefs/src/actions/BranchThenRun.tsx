import {
  Operation,
  RunBranch,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  FlowView,
  flowStateOf,
  formStyles,
} from '@millrace/backstage-plugin-data-platform-react';
import { JobOnBranch } from '../form/JobOnBranch';
import { RunOnBranch } from './RunOnBranch';

/** How the making of a branch goes on, and then the start of a job on it; each is told for itself. */
export function BranchThenRun(props: {
  /** That makes the branch. */
  operation: Operation;
  branch: RunBranch;
  run: JobOnBranch;
}) {
  const { operation, branch, run } = props;
  const state = flowStateOf(operation);
  return (
    <>
      <FlowView state={state} />
      {state.step === 'running' && (
        <p className={formStyles.quiet}>
          The job is started once the branch is there: keep this open until
          then.
        </p>
      )}
      {state.step === 'failed' && (
        <p className={formStyles.quiet}>The job was not started.</p>
      )}
      {state.step === 'done' && <RunOnBranch branch={branch} run={run} />}
    </>
  );
}
