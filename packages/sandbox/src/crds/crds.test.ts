import { join } from 'node:path';
import { sharedFolder } from '../controllers/fixtures/recordings';
import { CRDS_FOLDER } from '../folders';
import { loadYamlFile } from '../controllers/loadYaml';

type Schema = Record<string, any>;

const KUBEFLOW = 'specs/kubeflow-spark-operator';
const APACHE = 'specs/apache-spark-kubernetes-operator';

/** Our files, with the folder and the name of the real ones. */
const FILES: [ours: string, folder: string, real: string][] = [
  ...['sparkapplications', 'scheduledsparkapplications', 'sparkconnects'].map(
    (plural): [string, string, string] => {
      const file = `sparkoperator.k8s.io_${plural}.yaml`;
      return [file, KUBEFLOW, file];
    },
  ),
  ...['sparkapplications', 'sparkclusters'].map(
    (plural): [string, string, string] => [
      `spark.apache.org_${plural}.yaml`,
      APACHE,
      `${plural}.spark.apache.org-v1.yaml`,
    ],
  ),
  [
    'kubeflow.org_notebooks.yaml',
    'specs/kubeflow-notebooks',
    'kubeflow.org_notebooks.rendered.yaml',
  ],
  ...['workspaces', 'workspacekinds'].map(
    (plural): [string, string, string] => {
      const file = `kubeflow.org_${plural}.yaml`;
      return [file, 'specs/kubeflow-notebooks-v2', file];
    },
  ),
  ['kubeflow.org_poddefaults.yaml', 'specs/kubeflow-poddefaults', 'crd.yaml'],
];
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

const schemaOf = (crd: Schema, index: number): Schema =>
  crd.spec.versions[index].schema.openAPIV3Schema;

describe.each(FILES)('%s', (file, folder, realFile) => {
  const [ours] = loadYamlFile(join(CRDS_FOLDER, file));
  const indexes: number[] = ours.spec.versions.map(
    (_: Schema, at: number) => at,
  );

  it.each(indexes)('holds no descriptions in version %i', index => {
    const described: string[] = [];
    const walk = (node: unknown, path: string, isProperties: boolean): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key === 'description' && !isProperties) described.push(path);
        walk(value, `${path}.${key}`, key === 'properties');
      }
    };
    walk(schemaOf(ours, index), '', false);
    expect(described).toEqual([]);
  });

  // Without the real definitions beside the repository there is nothing to compare with.
  const place = sharedFolder(folder);
  const compared = place ? describe : describe.skip;
  const [real] = place ? loadYamlFile(join(place, realFile)) : [ours];

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

    it.each(indexes)(
      'has no property that differs from the real one in version %i',
      index => {
        const theirs = flatten(schemaOf(real, index));
        const schema = schemaOf(ours, index);
        const expected = [...flatten(schema).keys()].map(path => [
          path,
          theirs.get(path),
        ]);
        expect([...flatten(schema)]).toEqual(expected);
      },
    );

    it.each(['spec', 'status'])(
      'lacks nothing in the top levels of %s',
      part => {
        const names = (of: Schema) =>
          Object.entries<Schema>(of.properties[part]?.properties ?? {}).map(
            ([name, child]) => [
              name,
              Object.keys(child.properties ?? {}).sort(),
            ],
          );
        for (const index of indexes) {
          expect(names(schemaOf(ours, index)).sort()).toEqual(
            names(schemaOf(real, index)).sort(),
          );
        }
      },
    );
  });
});
