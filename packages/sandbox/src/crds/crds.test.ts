import { join } from 'node:path';
import { sharedFolder } from '../controllers/fixtures/recordings';
import { CRDS_FOLDER } from '../folders';
import { loadYamlFile } from '../controllers/loadYaml';

type Schema = Record<string, any>;

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

const pick = (schema: Schema) =>
  Object.fromEntries(
    COMPARED.filter(key => schema[key] !== undefined).map(key => [
      key,
      schema[key],
    ]),
  );

/** Every property of a schema by its path, with what is compared of it. */
function flatten(schema: Schema, path = ''): Map<string, Schema> {
  const found = new Map([[path, pick(schema)]]);
  const children = Object.entries<Schema>(schema.properties ?? {}).map(
    ([name, child]): [string, Schema] => [`${path}.${name}`, child],
  );
  if (schema.items) children.push([`${path}[]`, schema.items]);
  for (const [childPath, child] of children) {
    for (const [at, value] of flatten(child, childPath)) found.set(at, value);
  }
  return found;
}

describe.each(FILES)('%s', file => {
  const [ours] = loadYamlFile(join(CRDS_FOLDER, file));
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

  // Without the real definitions beside the repository there is nothing to compare with.
  const compared = REAL ? describe : describe.skip;
  const [real] = REAL ? loadYamlFile(join(REAL, file)) : [ours];
  const realSchema: Schema = real.spec.versions[0].schema.openAPIV3Schema;

  compared('compared with the real one', () => {
    it('has the names, columns and subresources of the real one', () => {
      const outline = (crd: Schema) => ({
        ...crd.spec,
        versions: crd.spec.versions.map(
          ({ schema: _, ...rest }: Schema) => rest,
        ),
      });
      expect(outline(ours)).toEqual(outline(real));
      expect(ours.metadata.name).toBe(real.metadata.name);
    });

    it('has no property that differs from the real one', () => {
      const theirs = flatten(realSchema);
      const expected = [...flatten(schema).keys()].map(path => [
        path,
        theirs.get(path),
      ]);
      expect([...flatten(schema)]).toEqual(expected);
    });

    it.each(['spec', 'status'])(
      'lacks nothing in the top levels of %s',
      part => {
        const names = (of: Schema) =>
          Object.entries<Schema>(of.properties[part].properties).map(
            ([name, child]) => [
              name,
              Object.keys(child.properties ?? {}).sort(),
            ],
          );
        expect(names(schema).sort()).toEqual(names(realSchema).sort());
      },
    );
  });
});
