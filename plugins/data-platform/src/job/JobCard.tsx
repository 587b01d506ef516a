import {
  Card,
  CardBody,
  CardHeader,
  Link,
  Skeleton,
  Text,
} from '@backstage/ui';
import { useNavigate } from 'react-router-dom';
import {
  EmptyState,
  RunTimeline,
  useRuns,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { HistoryNote } from './HistoryNote';
import { RunStats } from './RunStats';
import { useJobEntity } from './useJobEntity';
import styles from './JobCard.module.css';

/** The last runs of a job as a timeline, with what they tell in figures. */
export function JobCard() {
  const { entityRef, job } = useJobEntity();
  const runs = useRuns({ entityRef, limit: 30 });
  const navigate = useNavigate();
  const items = runs.value?.items;
  return (
    <Card className={styles.card}>
      <CardHeader>
        <div className={styles.head}>
          <Text as="h2" variant="title-x-small" weight="bold">
            Last runs
          </Text>
          <Link href="runs" variant="body-small">
            All runs
          </Link>
        </div>
      </CardHeader>
      <CardBody>
        {!items && !runs.error && (
          <Skeleton
            width="100%"
            height={96}
            role="status"
            aria-label="Loading the runs"
          />
        )}
        {!items && runs.error && (
          <ViewProblem
            error={runs.error}
            subject="the runs of this job"
            onRetry={runs.refresh}
          />
        )}
        <HistoryNote problem={runs.value?.problem} />
        {items?.length === 0 && !runs.value?.problem && (
          <EmptyState compact title="No run yet.">
            Press Run now above; the run appears here as soon as it is
            submitted.
          </EmptyState>
        )}
        {!!items?.length && (
          <>
            <RunTimeline
              runs={items}
              onSelect={run =>
                navigate(`runs?run=${encodeURIComponent(run.id)}`)
              }
            />
            {!runs.value!.problem && (
              <RunStats
                stats={runs.value!.stats}
                schedule={job.value?.schedule}
              />
            )}
          </>
        )}
      </CardBody>
    </Card>
  );
}
