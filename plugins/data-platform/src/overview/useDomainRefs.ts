import { useEffect, useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { TYPE_DOMAIN } from '@millrace/backstage-plugin-data-platform-common';

/** Refs of the data domains in the catalog; none while they are not here or cannot be had. */
export function useDomainRefs(): readonly string[] {
  const catalogApi = useApi(catalogApiRef);
  const [refs, setRefs] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    catalogApi
      .getEntities({
        filter: { kind: 'Domain', 'spec.type': TYPE_DOMAIN },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      })
      .then(
        ({ items }) => current && setRefs(items.map(stringifyEntityRef).sort()),
        () => current && setRefs([]),
      );
    return () => {
      current = false;
    };
  }, [catalogApi]);
  return refs;
}
