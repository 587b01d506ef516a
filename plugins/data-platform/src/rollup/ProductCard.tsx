import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RollupCard } from './RollupCard';

/** How a data product is, from its jobs and services. */
export function ProductCard() {
  const { entity } = useEntity();
  return (
    <RollupCard
      title="Health of this product"
      scope={{ productRef: stringifyEntityRef(entity) }}
      empty="Create a Spark job for this product from a template; it counts here as soon as it runs."
    />
  );
}
