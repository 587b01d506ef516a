import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { EntityLayout } from '../layout/EntityLayout';
import { DomainCard } from './DomainCard';
import { DomainSpaceCard } from './DomainSpaceCard';

/** The overview of a data domain: its health, its quota and its roles first. */
export function DomainLayout(props: EntityContentLayoutProps) {
  return (
    <EntityLayout
      cards={props.cards}
      lead={<DomainCard />}
      infoLead={<DomainSpaceCard />}
    />
  );
}
