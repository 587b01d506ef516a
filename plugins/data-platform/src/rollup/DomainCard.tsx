import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RollupCard } from './RollupCard';

/** How a data domain is, from all that runs in it. */
export function DomainCard() {
  const { entity } = useEntity();
  return (
    <RollupCard
      title="Health of this domain"
      scope={{ domainRef: stringifyEntityRef(entity) }}
      empty="Create a data product in this domain, then a Spark job for it, from a template."
    />
  );
}
