import { parseEntityRef } from '@backstage/catalog-model';
import { OperationQuery } from '@millrace/backstage-plugin-data-platform-react';

/** What was done to an entity: of a data product or domain, also what was done to its parts (jobs, repositories). */
export function activityScope(
  entityRef: string | undefined,
): Pick<OperationQuery, 'entityRef' | 'productRef' | 'domainRef'> {
  switch (entityRef && kindOf(entityRef)) {
    case undefined:
    case '':
      return {};
    case 'system':
      return { productRef: entityRef };
    case 'domain':
      return { domainRef: entityRef };
    default:
      return { entityRef };
  }
}

/** Of a ref that anybody may have typed into the URL. */
function kindOf(entityRef: string): string {
  try {
    return parseEntityRef(entityRef).kind.toLocaleLowerCase('en-US');
  } catch {
    return 'unknown';
  }
}
