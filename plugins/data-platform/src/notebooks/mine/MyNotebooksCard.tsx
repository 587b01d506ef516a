import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  Card,
  CardBody,
  CardHeader,
  Link,
  Skeleton,
  Text,
} from '@backstage/ui';
import { NotebookState } from '@millrace/backstage-plugin-data-platform-common';
import {
  useNotebooks,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { notebooksRouteRef } from '../../routes';
import { NOTEBOOK_STATES } from '../notebookState';
import { NewNotebookButton } from '../NewNotebookButton';
import { MyNotebookRow } from './MyNotebookRow';
import styles from '../list/list.module.css';

const SHOWN = 4;

/** The notebook servers of the person and of their groups, at hand. */
export function MyNotebooksCard() {
  const { value, error, refresh } = useNotebooks({
    mine: true,
    sort: 'name',
    limit: 50,
  });
  const link = useRouteRef(notebooksRouteRef);
  // What runs is what one wants to open.
  const items = [...(value?.items ?? [])].sort(
    (a, b) => rank(a.state) - rank(b.state),
  );
  const more = (value?.total ?? 0) - SHOWN;
  return (
    <Card>
      <CardHeader>
        <div className={styles.cardHead}>
          <Text as="h2" variant="title-x-small" weight="bold">
            My notebooks
          </Text>
          {value && (
            <span className={styles.end}>
              {link && items.length > 0 && (
                <Link href={`${link()}?mine=yes`} variant="body-small">
                  {more > 0 ? `All ${value?.total}` : 'All'}
                </Link>
              )}
              <NewNotebookButton />
            </span>
          )}
        </div>
      </CardHeader>
      <CardBody>
        {!value && !error && (
          <Skeleton
            width="100%"
            height={72}
            role="status"
            aria-label="Loading your notebook servers"
          />
        )}
        {error && (
          <ViewProblem
            error={error}
            subject={
              value ? 'anything newer than this' : 'your notebook servers'
            }
            onRetry={refresh}
          />
        )}
        {value && items.length === 0 && (
          <p className={styles.quiet}>
            {value.warming
              ? 'Reading the clusters for the first time …'
              : 'You have no notebook server. Make one to explore data with JupyterLab, Visual Studio Code or RStudio, next to the data.'}
          </p>
        )}
        {items.length > 0 && (
          <ul className={styles.list} aria-label="My notebooks">
            {items.slice(0, SHOWN).map(server => (
              <MyNotebookRow key={server.resource.id} server={server} />
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}

function rank(state: NotebookState): number {
  return Object.keys(NOTEBOOK_STATES).indexOf(state);
}
