import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { EntityLayout } from '@millrace/backstage-plugin-data-platform-react/entityLayout';
import { RepositoryCard } from './RepositoryCard';

/** The page of a lakeFS repository: what it is and how its branches are, then the cards as everywhere. */
export function RepositoryLayout(props: EntityContentLayoutProps) {
  return <EntityLayout cards={props.cards} lead={<RepositoryCard />} />;
}
