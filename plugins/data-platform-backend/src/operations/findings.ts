import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { PlanContext } from './definition';

/** Why a new entity cannot have this ref: it is registered here, or another location owns it. */
export async function takenRef(
  entityRef: string,
  { services }: PlanContext,
  field = 'name',
): Promise<Finding[]> {
  if (await services.entities.get(entityRef)) {
    return [
      {
        level: 'error',
        field,
        message: `${entityRef} is registered already.`,
        remedy: 'Choose another name.',
      },
    ];
  }
  const location = await services.catalog.foreignLocation(entityRef);
  if (!location) return [];
  return [
    {
      level: 'error',
      field,
      message: `${entityRef} exists in the catalog already and belongs to ${location}.`,
      remedy: 'Choose another name, or remove it there first.',
    },
  ];
}

/** Shorthand for an error at a field. */
export function errorAt(
  field: string,
  message: string,
  remedy?: string,
): Finding {
  return { level: 'error', field, message, ...(remedy && { remedy }) };
}
