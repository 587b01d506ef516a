import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Longest entity ref, and longest id, that tools take. */
export const MAX_REF = 200;
export const MAX_ID = 300;

/**
 * What a person calls an entity as its ref: `sales`, where a domain is meant, is `domain:default/sales`.
 * @throws InputError that names the field
 */
export function refOf(field: string, text: string, kind: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind: kind, defaultNamespace: 'default' }),
    );
  } catch {
    throw new InputError(
      `${field}: "${text}" is no name of an entity. Write a name, or kind:namespace/name as in ${kind}:default/orders.`,
    );
  }
}
