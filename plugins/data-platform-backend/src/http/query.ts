import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  DataPlatformPaths,
  Health,
  HEALTH_ORDER,
} from '@millrace/backstage-plugin-data-platform-common';
import { Request } from 'express';

type Gets = {
  [P in keyof DataPlatformPaths]: DataPlatformPaths[P] extends {
    get: { parameters: { query?: infer Q } };
  }
    ? NonNullable<Q>
    : never;
};

/** Query of a route, as the OpenAPI document has it; the router has checked and coerced it and filled in defaults. */
export function queryOf<P extends keyof Gets>(
  _path: P,
  req: Request<any, any, any, any>,
): Gets[P] {
  return req.query as Gets[P];
}

/**
 * The three scopes that most reads know, in the catalog's normal form.
 * @throws InputError that names the parameter
 */
export function scopeOf(query: {
  entityRef?: string;
  productRef?: string;
  domainRef?: string;
}): { entityRef?: string; productRef?: string; domainRef?: string } {
  return {
    ...(query.entityRef && { entityRef: ref('entityRef', query.entityRef) }),
    ...(query.productRef && {
      productRef: ref('productRef', query.productRef),
    }),
    ...(query.domainRef && { domainRef: ref('domainRef', query.domainRef) }),
  };
}

/** @throws InputError that names the parameter */
export function ref(field: string, text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `${field}: "${text}" is no entity ref. Write kind:namespace/name, for example component:default/orders-daily.`,
    );
  }
}

/** @throws InputError that names the value and those allowed */
export function healths(text: string | undefined): Health[] | undefined {
  if (text === undefined) return undefined;
  return text.split(',').map(part => {
    const wanted = part.trim();
    const known = HEALTH_ORDER.find(health => health === wanted);
    if (!known) {
      throw new InputError(
        `health: "${wanted}" is no health. Use one or more of ${HEALTH_ORDER.join(
          ', ',
        )}, separated by commas.`,
      );
    }
    return known;
  });
}
