import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { EntityLayout } from '@millrace/backstage-plugin-data-platform-react/entityLayout';
import { ActivityCard } from '../activity/ActivityCard';
import { ScopeOperatorNotice } from '../operators/ScopeOperatorNotice';
import { ProductCard } from './ProductCard';

/** The overview of a data product: its health first. */
export function ProductLayout(props: EntityContentLayoutProps) {
  const { entity } = useEntity();
  return (
    <EntityLayout
      cards={props.cards}
      banner={
        <ScopeOperatorNotice
          scope={{ productRef: stringifyEntityRef(entity) }}
        />
      }
      lead={<ProductCard />}
      infoLast={<ActivityCard />}
    />
  );
}
