import { spec } from '@millrace/backstage-plugin-data-platform-common/openapi';

type Spec = typeof spec;

interface Operation {
  /** Set on the routes of systems: they come before the validated router, and check their own input. */
  tags?: readonly string[];
  responses?: Record<string, { description?: string }>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/**
 * The OpenAPI document without the routes of systems, and without the shapes of answers. Nothing compares an answer with them at run time, and the validator
 * would compile each of them at every start, which holds the event loop for longer than all shapes of requests do.
 */
export function requestSpec(): Spec {
  const copy = structuredClone(spec) as unknown as {
    paths: Record<string, Record<string, Operation>>;
  };
  for (const [name, path] of Object.entries(copy.paths)) {
    if (Object.values(path).some(({ tags }) => tags)) delete copy.paths[name];
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

function withoutContent({ responses = {} }: Operation): Operation['responses'] {
  return Object.fromEntries(
    Object.entries(responses).map(([status, { description = status }]) => [
      status,
      { description },
    ]),
  );
}
