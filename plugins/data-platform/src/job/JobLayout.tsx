import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { EntityLayout } from '@millrace/backstage-plugin-data-platform-react/entityLayout';
import { ActivityCard } from '../activity/ActivityCard';
import { JobOperatorNotice } from '../operators/JobOperatorNotice';
import { JobCard } from './JobCard';
import { JobSeriesPanel } from './JobSeriesPanel';
import { JobVerdict } from './JobVerdict';

/** The overview of a job: the verdict across the page, then its last runs. */
export function JobLayout(props: EntityContentLayoutProps) {
  return (
    <EntityLayout
      cards={props.cards}
      banner={
        <>
          <JobOperatorNotice />
          <JobVerdict />
          <JobSeriesPanel />
        </>
      }
      lead={<JobCard />}
      infoLast={<ActivityCard />}
    />
  );
}
