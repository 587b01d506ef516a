import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import {
  Afterwards,
  EntityLayout,
} from '@millrace/backstage-plugin-data-platform-react/entityLayout';
import { ActivityCard } from '../activity/ActivityCard';
import { JobOperatorNotice } from '../operators/JobOperatorNotice';
import { JobCard } from './JobCard';
import { JobSeriesPanel } from './JobSeriesPanel';
import { JobVerdict } from './JobVerdict';

/** The overview of a job: the verdict across the page, then all the rest, its last runs first. */
export function JobLayout(props: EntityContentLayoutProps) {
  return (
    <EntityLayout
      cards={props.cards}
      banner={
        <>
          <JobOperatorNotice />
          <JobVerdict />
          <Afterwards>
            <JobSeriesPanel />
          </Afterwards>
        </>
      }
      lead={
        <Afterwards>
          <JobCard />
        </Afterwards>
      }
      infoLast={<ActivityCard />}
    />
  );
}
