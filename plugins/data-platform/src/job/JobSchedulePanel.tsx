import { ReactNode } from 'react';
import cronstrue from 'cronstrue';
import { Skeleton } from '@backstage/ui';
import {
  Job,
  JobSchedule,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  formatAbsolute,
  OperationBar,
  RelativeTime,
  VerdictBanner,
  ViewProblem,
  ViewResult,
} from '@millrace/backstage-plugin-data-platform-react';
import jobStyles from './JobRuns.module.css';
import styles from './JobSchedulePanel.module.css';

/** When the job runs by itself. */
export function JobSchedulePanel(props: {
  job: ViewResult<Job>;
  entityRef: string;
  title: string;
}) {
  const { value, error, refresh } = props.job;
  if (!value) {
    return (
      <div className={jobStyles.section}>
        {error ? (
          <ViewProblem
            error={error}
            subject="the schedule of this job"
            onRetry={refresh}
          />
        ) : (
          <Skeleton
            width="100%"
            height={120}
            role="status"
            aria-label="Loading the schedule"
          />
        )}
      </div>
    );
  }
  const { schedule } = value;
  if (!schedule) {
    return (
      <EmptyState title="This job has no schedule.">
        It runs when somebody presses Run now. To run it by itself, give it a
        schedule in its definition (kind ScheduledSparkApplication).
      </EmptyState>
    );
  }
  return (
    <div className={jobStyles.section}>
      <div className={jobStyles.head}>
        <p className={styles.words}>{inWords(schedule)}</p>
        <OperationBar
          operations={value.operations}
          subject={{ title: props.title, entityRef: props.entityRef }}
          of="schedule"
        />
      </div>
      {schedule.assessment && (
        <VerdictBanner assessment={schedule.assessment} />
      )}
      <dl className={styles.facts}>
        <Line label="Next run">
          {schedule.suspended ? (
            'None while it is suspended'
          ) : (
            <Time at={schedule.nextRun} />
          )}
        </Line>
        <Line label="Last run">
          <Time at={schedule.lastRun} />
        </Line>
        <Line label="Expression">
          <code>{schedule.expression}</code>
        </Line>
        <Line label="Time zone">
          {schedule.timeZone ?? 'that of the operator (usually UTC)'}
        </Line>
      </dl>
    </div>
  );
}

function Line(props: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </>
  );
}

function Time(props: { at: string | undefined }) {
  if (!props.at) {
    return <>–</>;
  }
  return (
    <>
      <RelativeTime at={props.at} /> ({formatAbsolute(props.at)})
    </>
  );
}

function inWords(schedule: JobSchedule): string {
  try {
    return cronstrue.toString(schedule.expression, { verbose: true });
  } catch {
    // @every 1h and the like: the operator's own, not cron.
    return schedule.expression;
  }
}
