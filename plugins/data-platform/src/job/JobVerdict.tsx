import { Alert, Skeleton } from '@backstage/ui';
import { Job } from '@millrace/backstage-plugin-data-platform-common';
import {
  OperationBar,
  Sentence,
  VerdictBanner,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { JobActionBar } from '../jobActions/JobActionBar';
import { plainOperations } from '../jobActions/jobActions';
import { EntityGone, isGone } from '../rollup/EntityGone';
import { useJobEntity } from './useJobEntity';
import styles from './JobVerdict.module.css';

/** How the job of this page is, why, and what can be done about it. */
export function JobVerdict() {
  const { entityRef, title, job } = useJobEntity();
  const { value, error } = job;
  if (!value) {
    return error ? (
      <ViewProblem
        error={error}
        subject="the state of this job"
        onRetry={job.refresh}
      />
    ) : (
      <Skeleton
        width="100%"
        height={104}
        role="status"
        aria-label="Loading the state of this job"
      />
    );
  }
  if (isGone(error)) {
    return <EntityGone title={title} />;
  }
  return (
    <div className={styles.root}>
      <VerdictBanner
        assessment={value.assessment}
        stale={value.stale}
        details={<Place job={value} />}
        actions={
          <OperationBar
            operations={plainOperations(value)}
            subject={{ title, entityRef }}
          >
            <JobActionBar job={value} buttons={['run-with']} more />
          </OperationBar>
        }
      />
      {error && (
        <ViewProblem
          error={error}
          subject="anything newer than this"
          onRetry={job.refresh}
        />
      )}
      {value.definitionProblem && (
        <Alert
          status="warning"
          icon
          title="The definition of this job cannot run."
          description={<Sentence text={value.definitionProblem} />}
        />
      )}
      {!!value.unverified?.length && (
        <Alert
          status="info"
          icon
          title={`${value.unverified.length} more claim to belong to this job.`}
          description="They live in namespaces that the domain of this job does not own, so they do not count for its verdict."
        />
      )}
    </div>
  );
}

function Place(props: { job: Job }) {
  const { source, namespace } = props.job;
  if (!source) {
    return null;
  }
  return (
    <span>
      {namespace ? `${namespace} on ${source}` : `on ${source}`}
      {props.job.warming && ' · still reading the cluster'}
    </span>
  );
}
