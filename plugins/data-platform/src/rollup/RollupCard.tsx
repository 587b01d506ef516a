import { Card, CardBody, CardHeader, Skeleton, Text } from '@backstage/ui';
import {
  EmptyState,
  HealthCounts,
  ScopeQuery,
  useSummary,
  VerdictBanner,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { PartList } from './PartList';
import styles from './RollupCard.module.css';

/** The verdict of many: counts, one sentence, and what is not healthy. */
export function RollupCard(props: {
  title: string;
  scope: ScopeQuery;
  /** Said when there is nothing to judge. */
  empty: string;
}) {
  const { title, scope, empty } = props;
  const { value, error, refresh } = useSummary(scope);
  const total = value
    ? Object.values(value.counts).reduce((sum, count) => sum + count, 0)
    : 0;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {title}
        </Text>
      </CardHeader>
      <CardBody>
        {!value && !error && (
          <Skeleton
            width="100%"
            height={120}
            role="status"
            aria-label="Loading the roll-up"
          />
        )}
        {error && (
          <ViewProblem
            error={error}
            subject={value ? 'anything newer than this' : 'what runs here'}
            onRetry={refresh}
          />
        )}
        {value && total === 0 && !value.parts && (
          <EmptyState
            compact
            title={
              value.warming
                ? 'Reading the clusters for the first time …'
                : 'Nothing runs here yet.'
            }
          >
            {!value.warming && empty}
          </EmptyState>
        )}
        {value && (total > 0 || !!value.parts) && (
          <div className={styles.body}>
            <VerdictBanner plain assessment={value.assessment} />
            <HealthCounts counts={value.counts} brief />
            <PartList
              parts={value.notHealthy}
              total={
                value.counts.unknown +
                value.counts.degraded +
                value.counts.failed
              }
              domainRef={scope.domainRef}
            />
            {!!value.unverified && (
              <p className={styles.note}>
                {value.unverified} more claim to belong here from namespaces of
                other domains; they do not count.
              </p>
            )}
          </div>
        )}
      </CardBody>
    </Card>
  );
}
