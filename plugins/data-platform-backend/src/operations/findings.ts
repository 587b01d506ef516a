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

/** What is adopted while the catalog is still being read may turn out to be registered already. */
export function catalogUnread({ services }: PlanContext): Finding[] {
  if (!services.directory.warming()) return [];
  return [
    {
      level: 'warning',
      message:
        'The catalog is still being read: what is to be adopted may turn out to be registered already.',
      remedy: 'Look again in half a minute.',
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
