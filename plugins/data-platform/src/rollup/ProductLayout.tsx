import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { ActivityCard } from '../activity/ActivityCard';
import { EntityLayout } from '../layout/EntityLayout';
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
