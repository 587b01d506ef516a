import { InputError } from '@backstage/errors';
import { OperationRequest } from '@millrace/backstage-plugin-data-platform-common';

/** @throws InputError - the request names no entity */
export function requireRef({ entityRef, operation }: OperationRequest): string {
  if (entityRef) return entityRef;
  throw new InputError(
    `${operation} acts on an entity: give its ref as entityRef.`,
  );
}
