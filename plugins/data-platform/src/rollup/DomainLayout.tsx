import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { EntityLayout } from '@millrace/backstage-plugin-data-platform-react/entityLayout';
import { ActivityCard } from '../activity/ActivityCard';
import { DriftCard } from '../domain/DriftCard';
import { ScopeOperatorNotice } from '../operators/ScopeOperatorNotice';
import { DomainCard } from './DomainCard';
import { DomainSpaceCard } from './DomainSpaceCard';

/** The overview of a data domain: its health, its quota and its roles first. */
export function DomainLayout(props: EntityContentLayoutProps) {
  const { entity } = useEntity();
  return (
    <EntityLayout
      cards={props.cards}
      banner={
        <ScopeOperatorNotice
          scope={{ domainRef: stringifyEntityRef(entity) }}
        />
      }
      lead={<DomainCard />}
      infoLead={
        <>
          <DomainSpaceCard />
          <DriftCard />
        </>
      }
      infoLast={<ActivityCard />}
    />
  );
}
