import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/**
 * The objects of a YAML file with any number of documents.
 *
 * @throws Error that names the file when it is not YAML.
 */
export function loadYamlFile(file: string): Record<string, any>[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).flatMap(document => {
    if (document.errors.length > 0) {
      throw new Error(`${file} is not YAML: ${document.errors[0].message}`);
    }
    const object = document.toJS();
    return object ? [object] : [];
  });
}

/** The objects of all YAML files of a folder, file by file in the order of their names. */
export function loadYamlFolder(folder: string): Record<string, any>[] {
  return readdirSync(folder)
    .filter(name => /\.ya?ml$/.test(name))
    .sort()
    .flatMap(name => loadYamlFile(join(folder, name)));
}
