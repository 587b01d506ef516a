import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const FILE = resolve(
  __dirname,
  '../../../../../shared/specs/lakefs/swagger.yml',
);

/** Whether lakeFS's own document is beside the repository. */
export const hasSwagger = existsSync(FILE);

interface Parameter {
  name: string;
  in: string;
  $ref?: string;
}

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

/** What lakeFS says that it takes and gives. */
export class Swagger {
  readonly #document = parse(readFileSync(FILE, 'utf8'));

  /** The operation of a request; undefined where there is none. */
  operation(method: string, path: string) {
    const paths: Record<string, Record<string, unknown>> = this.#document.paths;
    const found = Object.keys(paths).filter(
      template =>
        new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path) &&
        paths[template][method.toLowerCase()],
    );
    // `/branches/x/diff` fits no other template of as many literal parts.
    const [best] = found.sort(
      (a, b) => a.split('{').length - b.split('{').length,
    );
    if (!best) return undefined;
    const item = paths[best];
    const operation = item[method.toLowerCase()] as Record<string, any>;
    const parameters: Parameter[] = [
      ...((item.parameters as Parameter[]) ?? []),
      ...(operation.parameters ?? []),
    ].map(each => this.#resolve(each));
    const body =
      operation.requestBody?.content?.['application/json']?.schema ?? undefined;
    const success = ['200', '201', '204']
      .map(code => operation.responses[code])
      .find(Boolean);
    return {
      query: parameters
        .filter(each => each.in === 'query')
        .map(({ name }) => name),
      body: body && this.schema(body),
      answer: this.schema(success?.content?.['application/json']?.schema ?? {}),
    };
  }

  schema(schema: Schema): Schema {
    const resolved = this.#resolve(schema);
    return resolved.items
      ? { ...resolved, items: this.#resolve(resolved.items) }
      : resolved;
  }

  /** Schema of one item of a page. */
  itemOf({ properties }: Schema): Schema | undefined {
    const { items } = this.schema(properties?.results ?? {});
    return items && this.schema(items);
  }

  #resolve<T extends { $ref?: string }>(value: T): T {
    if (!value.$ref) return value;
    let at = this.#document;
    for (const part of value.$ref.slice(2).split('/')) at = at[part];
    return this.#resolve(at);
  }
}
