import { Alert, Skeleton } from '@backstage/ui';
import { Job } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  ManifestText,
  Sentence,
  ViewProblem,
  ViewResult,
} from '@millrace/backstage-plugin-data-platform-react';
import { JobActionBar } from '../jobActions/JobActionBar';
import styles from './JobRuns.module.css';

/** The definition that the next run will have. */
export function JobDefinition(props: { job: ViewResult<Job> }) {
  const { value, error, refresh } = props.job;
  if (!value) {
    return error ? (
      <div className={styles.section}>
        <ViewProblem
          error={error}
          subject="the definition of this job"
          onRetry={refresh}
        />
      </div>
    ) : (
      <div className={styles.section}>
        <Skeleton
          width="100%"
          height={240}
          role="status"
          aria-label="Loading the definition"
        />
      </div>
    );
  }
  return (
    <div className={styles.section}>
      {value.definitionProblem && (
        <Alert
          status="warning"
          icon
          title="This definition cannot run."
          description={<Sentence text={value.definitionProblem} />}
        />
      )}
      {value.definition ? (
        <>
          <div className={styles.head}>
            <p className={styles.note}>
              The next run will have this definition. A change of it never
              touches a run that is under way; each run keeps the definition it
              had.
            </p>
            <JobActionBar job={value} buttons={['update']} />
          </div>
          <ManifestText text={value.definition} label="Definition of the job" />
        </>
      ) : (
        <EmptyState title="This job has no definition.">
          Write the SparkApplication as YAML text into spec.manifest of the
          entity, or create the job from a template.
        </EmptyState>
      )}
    </div>
  );
}
