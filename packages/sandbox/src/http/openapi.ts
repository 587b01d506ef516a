import { Registry } from '../resources/Registry';
import { apiVersionOf, ResourceType } from '../resources/ResourceType';

/**
 * OpenAPI v3, as far as `kubectl create` looks at it: it asks for the parameter `fieldValidation` of the PATCH of a kind,
 * and leaves validation to the server when it finds it.
 */
export function openApiIndex(registry: Registry) {
  const paths: Record<string, { serverRelativeURL: string }> = {};
  for (const type of registry.all()) {
    const path = pathOf(type);
    paths[path] ??= {
      serverRelativeURL: `/openapi/v3/${path}?hash=${registry.revision}`,
    };
  }
  return { paths };
}

export function openApiDocument(
  registry: Registry,
  path: string,
): object | undefined {
  const types = registry.all().filter(type => pathOf(type) === path);
  if (types.length === 0) return undefined;
  const paths = Object.fromEntries(
    types.map(type => [
      `/${path}/${type.namespaced ? 'namespaces/{namespace}/' : ''}${
        type.plural
      }/{name}`,
      {
        patch: {
          parameters: ['dryRun', 'fieldManager', 'fieldValidation'].map(
            name => ({
              name,
              in: 'query',
              schema: { type: 'string' },
            }),
          ),
          responses: { '200': { description: 'OK' } },
          'x-kubernetes-group-version-kind': {
            group: type.group,
            version: type.version,
            kind: type.kind,
          },
        },
      },
    ]),
  );
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'unversioned' },
    paths,
  };
}

function pathOf(type: ResourceType): string {
  return type.group ? `apis/${apiVersionOf(type)}` : `api/${type.version}`;
}
