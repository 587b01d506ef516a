import { spec } from '@millrace/backstage-plugin-data-platform-common/openapi';

type Spec = typeof spec;

interface Operation {
  /** A route of a system carries the id of that system. */
  tags?: readonly string[];
  responses?: Record<string, { description?: string }>;
}

type Paths = Record<string, Record<string, Operation>>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/**
 * The OpenAPI document as requests are checked against it: without the routes of systems, which come before the validated
 * router and check their own input, and without the shapes of answers. Nothing compares an answer with them at run time,
 * and the validator would compile each of them at every start, which holds the event loop for longer than all shapes of
 * requests do.
 */
export function requestSpec(document: Spec = spec): Spec {
  const copy = structuredClone(document) as unknown as { paths: Paths };
  for (const [name, path] of Object.entries(copy.paths)) {
    if (isOfSystem(name, path)) delete copy.paths[name];
    for (const method of METHODS) {
      if (path[method]) path[method].responses = withoutContent(path[method]);
    }
  }
  return copy as unknown as Spec;
}

/** The whole document as it is served. @param basePath - where the plugin is mounted, as `/api/data-platform` */
export function servedSpec(basePath: string): object {
  return {
    ...spec,
    paths: Object.fromEntries(
      Object.entries(spec.paths).map(([path, item]) => [
        `${basePath}${path}`,
        item,
      ]),
    ),
  };
}

/** Routes of a system lie at `/v1/<id>/` and are tagged with that id; any other tag means nothing here. */
function isOfSystem(name: string, path: Record<string, Operation>): boolean {
  return Object.values(path).some(({ tags }) =>
    tags?.some(tag => name.startsWith(`/v1/${tag}/`)),
  );
}

function withoutContent({ responses = {} }: Operation): Operation['responses'] {
  return Object.fromEntries(
    Object.entries(responses).map(([status, { description = status }]) => [
      status,
      { description },
    ]),
  );
}
