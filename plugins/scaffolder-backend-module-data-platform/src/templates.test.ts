import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FakePlatform } from './__testUtils__/FakePlatform';
import { createActions } from './module';

const FOLDER = join(__dirname, '..', '..', '..', 'examples', 'templates');
const FIELDS = [
  'DataPlatformClusterPicker',
  'DataPlatformDataBranch',
  'DataPlatformDomainPicker',
  'DataPlatformLakefsRepository',
  'DataPlatformQuotaPresetPicker',
  'DataPlatformManifestPreview',
  'DataPlatformNotebookServer',
  'EntityPicker',
  'MultiEntityPicker',
  'OwnerPicker',
];

const read = (path: string) => parse(readFileSync(join(FOLDER, path), 'utf8'));
const targets: string[] = read('all.yaml').spec.targets;

/** All properties of a form, of whatever branch. */
function properties(schema: any): Record<string, any> {
  const branches = Object.values<any>(schema.dependencies ?? {}).flatMap(
    ({ oneOf }) => oneOf,
  );
  return Object.assign({}, ...branches.map(properties), schema.properties);
}

function fieldsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Record<string, unknown>)['ui:field'];
  return [
    ...(typeof own === 'string' ? [own] : []),
    ...Object.values(value).flatMap(fieldsIn),
  ];
}

describe.each(targets)('%s', target => {
  const template = read(target);
  const asked = Object.assign({}, ...template.spec.parameters.map(properties));
  const text = JSON.stringify([template.spec.steps, template.spec.output]);
  const actions = createActions(new FakePlatform().services());

  it('asks only with fields that exist', () => {
    for (const field of fieldsIn(template.spec.parameters)) {
      expect(FIELDS).toContain(field);
    }
  });

  it('uses every value it asks for, and asks for every value it uses', () => {
    const used = [...text.matchAll(/parameters\.(\w+)/g)].map(
      match => match[1],
    );
    const wanted = Object.keys(asked).filter(name => name !== 'preview');
    expect([...new Set(used)].sort()).toEqual(wanted.sort());
  });

  it.each(template.spec.steps as any[])('step $id fits its action', step => {
    const { schema } = actions.find(({ id }) => id === step.action)!;
    const known = Object.keys(schema?.input?.properties ?? {});
    expect(known).toEqual(expect.arrayContaining(Object.keys(step.input)));
    for (const name of (schema?.input?.required as string[]) ?? []) {
      expect(step.input).toHaveProperty(name);
    }
  });

  it('links to what it made', () => {
    const outputs = [...text.matchAll(/steps\.(\w+)\.output\.(\w+)/g)];
    expect(outputs.length).toBeGreaterThan(0);
    for (const [, id, name] of outputs) {
      const step = template.spec.steps.find((each: any) => each.id === id);
      const { schema } = actions.find(each => each.id === step.action)!;
      expect(schema?.output?.properties).toHaveProperty(name);
    }
  });
});
