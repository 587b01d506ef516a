import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import {
  Plan,
  RunBranch,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  DataPlatformError,
  dataPlatformApiRef,
  FlowState,
  FlowView,
  formStyles,
  OperationFlow,
  refTitle,
  useRefreshAll,
} from '@millrace/backstage-plugin-data-platform-react';
import { JobOnBranch } from '../form/JobOnBranch';
import { JobLink } from './JobLink';
import styles from './actions.module.css';

/** Starts a job on a branch that was just made. What was found against it is shown first, and stops it. */
export function RunOnBranch(props: { branch: RunBranch; run: JobOnBranch }) {
  const { jobRef } = props.run;
  const { source, repository, branch } = props.branch;
  const api = useApi(dataPlatformApiRef);
  const refreshAll = useRefreshAll();
  const flow = useRef<OperationFlow>();
  const [state, setState] = useState<FlowState>({ step: 'planning' });
  const [round, setRound] = useState(0);
  const given = JSON.stringify(props.run.arguments.filter(Boolean));
  useEffect(() => {
    const current = new OperationFlow(
      api,
      {
        operation: 'spark-job:run',
        entityRef: jobRef,
        input: {
          branch: { source, repository, branch },
          ...(given !== '[]' && { arguments: JSON.parse(given) as string[] }),
        },
      },
      next => {
        setState(next);
        if (next.step === 'review' && goesByItself(next.plan)) {
          current.confirm(next.plan);
        }
        if (next.step === 'done') refreshAll();
      },
    );
    flow.current = current;
    current.plan();
    return () => current.leave();
  }, [api, refreshAll, jobRef, source, repository, branch, given, round]);
  const job = refTitle(jobRef);
  const notStarted = reasonOf(state, job, branch);
  return (
    <section
      className={formStyles.section}
      aria-label={`Run of ${job} on ${branch}`}
    >
      <h3
        className={formStyles.sectionTitle}
      >{`Run of ${job} on ${branch}`}</h3>
      {state.step === 'planning' && (
        <p className={formStyles.quiet}>
          Checking whether it can run there; keep this open until it has
          started.
        </p>
      )}
      {notStarted && (
        <Alert
          status="warning"
          icon
          title={notStarted}
          description='The branch stays. The job can be started on it at any time: on its page, with "Run with…".'
          customActions={<JobLink jobRef={jobRef} />}
        />
      )}
      <FlowView state={state} />
      <div className={styles.bar}>
        {state.step === 'review' && state.plan.ok && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => flow.current?.confirm(state.plan)}
          >
            Start it even so
          </Button>
        )}
        {notStarted && (
          <Button
            size="small"
            variant="secondary"
            // What has failed is done anew; else the same request goes on, so that nothing starts twice.
            onPress={() =>
              state.step === 'failed'
                ? setRound(round + 1)
                : flow.current?.plan()
            }
          >
            Check again
          </Button>
        )}
      </div>
    </section>
  );
}

/** Nobody has seen the plan of the run: only one without a word of warning is started unasked. */
function goesByItself({ ok, findings }: Plan): boolean {
  return ok && findings.every(({ level }) => level === 'info');
}

/** That it was not started, in a sentence; where nobody knows, that. */
function reasonOf(
  state: FlowState,
  job: string,
  branch: string,
): string | undefined {
  switch (state.step) {
    case 'review':
      return state.plan.ok
        ? `${branch} is made; ${job} was not started on it yet: see what was found.`
        : `${branch} is made, but ${job} cannot run on it like this.`;
    case 'refused':
      // With a plan it was asked to start, and an answer may have been lost.
      return state.plan && !isNo(state.error)
        ? `${branch} is made; nobody knows whether ${job} was started on it. See its runs.`
        : `${branch} is made, but ${job} was not started on it.`;
    case 'failed':
      return `${branch} is made, but starting ${job} on it failed.`;
    default:
      return undefined;
  }
}

function isNo(error: Error): boolean {
  return error instanceof DataPlatformError && !error.transient;
}
