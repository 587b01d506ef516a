import { lazy, Suspense, useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Card,
  CardBody,
  CardHeader,
  Link,
  Skeleton,
  Text,
} from '@backstage/ui';
import { Operation } from '@millrace/backstage-plugin-data-platform-common';
import {
  DataPlatformError,
  EmptyState,
  HealthMark,
  refTitle,
  RelativeTime,
  useOperations,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { activityRouteRef } from '../routes';
import { activityScope } from './activityScope';
import { OPERATION_LOOK, stateWords } from './operationLook';
import styles from './activity.module.css';

const OperationDrawer = lazy(() =>
  import('./OperationDrawer').then(m => ({ default: m.OperationDrawer })),
);

const SHOWN = 6;

/** Who did what with the entity of this page, the last first; absent for those who may not know. */
export function ActivityCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { value, error, refresh } = useOperations({
    ...activityScope(entityRef),
    limit: 20,
  });
  const [opened, setOpened] = useState<string>();
  const link = useRouteRef(activityRouteRef);
  if (error instanceof DataPlatformError && error.forbidden) {
    return null;
  }
  const items = value?.items.slice(0, SHOWN);
  return (
    <Card>
      <CardHeader>
        <div className={styles.head}>
          <Text as="h2" variant="title-x-small" weight="bold">
            Who did what
          </Text>
          {link && (
            <Link
              href={`${link()}?entity=${encodeURIComponent(entityRef)}`}
              variant="body-small"
            >
              All
            </Link>
          )}
        </div>
      </CardHeader>
      <CardBody>
        {!items && !error && (
          <Skeleton
            width="100%"
            height={80}
            role="status"
            aria-label="Loading who did what"
          />
        )}
        {error && (
          <ViewProblem error={error} subject="who did what" onRetry={refresh} />
        )}
        {items?.length === 0 && (
          <EmptyState compact title="Nothing was done here yet.">
            What people do in the portal with it is recorded here.
          </EmptyState>
        )}
        {!!items?.length && (
          <ul className={styles.list} aria-label="Who did what">
            {items.map(operation => (
              <Line
                key={operation.id}
                operation={operation}
                onOpen={() => setOpened(operation.id)}
              />
            ))}
          </ul>
        )}
      </CardBody>
      {opened && (
        <Suspense fallback={null}>
          <OperationDrawer
            id={opened}
            known={value?.items}
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      )}
    </Card>
  );
}

function Line(props: { operation: Operation; onOpen: () => void }) {
  const { operation, onOpen } = props;
  return (
    <li className={styles.line}>
      <HealthMark health={OPERATION_LOOK[operation.state].health} />
      <div className={styles.text}>
        <button type="button" className={styles.link} onClick={onOpen}>
          {operation.title}
        </button>
        <div className={styles.quiet}>
          {refTitle(operation.actor)} ·{' '}
          <RelativeTime at={operation.createdAt} /> · {stateWords(operation)}
        </div>
      </div>
    </li>
  );
}
