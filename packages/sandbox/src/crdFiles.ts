import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** Reads the CustomResourceDefinitions of all YAML files in a folder. */
export function readCrdFiles(folder: string): unknown[] {
  return readdirSync(folder)
    .filter(name => /\.ya?ml$/.test(name))
    .sort()
    .flatMap(name =>
      parseAllDocuments(readFileSync(join(folder, name), 'utf8')).map(
        document => document.toJS(),
      ),
    )
    .filter(object => object?.kind === 'CustomResourceDefinition');
}
