import { join } from 'node:path';
import { sharedFolder } from '../controllers/fixtures/recordings';
import { loadYamlFile } from '../controllers/loadYaml';

type Schema = Record<string, any>;

const OURS = join(__dirname, '../../crds');
const REAL = sharedFolder('specs/kubeflow-spark-operator');
const FILES = ['sparkapplications', 'scheduledsparkapplications'].map(
  plural => `sparkoperator.k8s.io_${plural}.yaml`,
);
const COMPARED = [
  'type',
  'enum',
  'minimum',
  'maximum',
  'required',
  'format',
  'nullable',
  'default',
  'pattern',
];

/** Every property of ours with its path, and the real one at the same path. */
function compare(ours: Schema, real: Schema | undefined, path: string): void {
  if (!real) throw new Error(`${path} does not exist in the real schema`);
  const pick = (schema: Schema) =>
    Object.fromEntries(
      COMPARED.filter(key => schema[key] !== undefined).map(key => [
        key,
        schema[key],
      ]),
    );
  expect({ path, ...pick(ours) }).toEqual({ path, ...pick(real) });
  for (const [name, schema] of Object.entries<Schema>(ours.properties ?? {})) {
    compare(schema, real.properties?.[name], `${path}.${name}`);
  }
  if (ours.items) compare(ours.items, real.items, `${path}[]`);
}

describe.each(FILES)('%s', file => {
  const [ours] = loadYamlFile(join(OURS, file));
  const [version] = ours.spec.versions;
  const schema: Schema = version.schema.openAPIV3Schema;

  it('holds no descriptions', () => {
    const described: string[] = [];
    const walk = (node: unknown, path: string, isProperties: boolean): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key === 'description' && !isProperties) described.push(path);
        walk(value, `${path}.${key}`, key === 'properties');
      }
    };
    walk(schema, '', false);
    expect(described).toEqual([]);
  });

  if (!REAL) {
    it.skip('is not compared: the real definitions are not beside the repository', () => {});
    return;
  }
  const [real] = loadYamlFile(join(REAL, file));
  const realSchema: Schema = real.spec.versions[0].schema.openAPIV3Schema;

  it('has the names, columns and subresources of the real one', () => {
    const outline = (crd: Schema) => ({
      ...crd.spec,
      versions: crd.spec.versions.map(({ schema: _, ...rest }: Schema) => rest),
    });
    expect(outline(ours)).toEqual(outline(real));
    expect(ours.metadata.name).toBe(real.metadata.name);
  });

  it('has no property that differs from the real one', () => {
    compare(schema, realSchema, '');
  });

  it.each(['spec', 'status'])('lacks nothing in the top levels of %s', part => {
    const names = (of: Schema) =>
      Object.entries<Schema>(of.properties[part].properties).map(
        ([name, child]) => [name, Object.keys(child.properties ?? {}).sort()],
      );
    expect(names(schema).sort()).toEqual(names(realSchema).sort());
  });
});
