import { Schema } from './Schema';
import { objectSchemas } from './schemas/objectSchemas';
import { refSchemas } from './schemas/refSchemas';
import { repositorySchemas } from './schemas/repositorySchemas';

/** Schemas of request bodies, from the OpenAPI document of lakeFS 1.84 (api/swagger.yml): texts of errors quote them word by word. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  ...repositorySchemas,
  ...refSchemas,
  ...objectSchemas,
};

/** A reference to one of them, which texts of errors name. */
export function schemaRef(name: keyof typeof SCHEMAS): Schema {
  return { $ref: `#/components/schemas/${name}` };
}
