import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { NavLink } from 'react-router-dom';
import { useAdoption } from '@millrace/backstage-plugin-data-platform-react';
import {
  activityRouteRef,
  adoptRouteRef,
  approvalsRouteRef,
  notebooksRouteRef,
  overviewRouteRef,
} from '../routes';
import { ApprovalsCount } from './ApprovalsCount';
import styles from './PlatformTabs.module.css';

/** The ways into the data platform, with how much is not adopted yet. */
export function PlatformTabs() {
  const overview = useRouteRef(overviewRouteRef);
  const adopt = useRouteRef(adoptRouteRef);
  const notebooks = useRouteRef(notebooksRouteRef);
  const approvals = useRouteRef(approvalsRouteRef);
  const activity = useRouteRef(activityRouteRef);
  const { value } = useAdoption({ limit: 0 });
  // What the catalog has not told yet may be adopted already.
  const waiting = value?.catalogWarming ? 0 : value?.totalJobs ?? 0;
  return (
    <Container>
      <nav className={styles.tabs} aria-label="Data platform">
        {overview && (
          <NavLink className={styles.tab} to={overview()} end>
            What runs
          </NavLink>
        )}
        {notebooks && (
          <NavLink className={styles.tab} to={notebooks()}>
            Notebooks
          </NavLink>
        )}
        {adopt && (
          <NavLink className={styles.tab} to={adopt()}>
            Adopt
            {waiting > 0 && (
              <span className={styles.count}>
                {waiting.toLocaleString()}
                <span className={styles.hidden}> jobs are not adopted</span>
              </span>
            )}
          </NavLink>
        )}
        {approvals && (
          <NavLink className={styles.tab} to={approvals()}>
            Approvals
            <ApprovalsCount />
          </NavLink>
        )}
        {activity && (
          <NavLink className={styles.tab} to={activity()}>
            Who did what
          </NavLink>
        )}
      </nav>
    </Container>
  );
}
