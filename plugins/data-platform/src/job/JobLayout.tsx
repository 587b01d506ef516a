import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { EntityLayout } from '../layout/EntityLayout';
import { JobCard } from './JobCard';
import { JobVerdict } from './JobVerdict';

/** The overview of a job: the verdict across the page, then its last runs. */
export function JobLayout(props: EntityContentLayoutProps) {
  return (
    <EntityLayout
      cards={props.cards}
      banner={<JobVerdict />}
      lead={<JobCard />}
    />
  );
}
