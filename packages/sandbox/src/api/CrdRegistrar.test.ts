import { ManualClock } from '../clock/ManualClock';
import { NAMESPACES } from '../testing/refs';
import { ResourceRef } from '../types';
import { Sandbox } from './Sandbox';

const CRDS: ResourceRef = {
  group: 'apiextensions.k8s.io',
  version: 'v1',
  plural: 'customresourcedefinitions',
};
const crd = (versions: object[]) => ({
  metadata: { name: 'things.example.org' },
  spec: {
    group: 'example.org',
    names: { plural: 'things', kind: 'Thing' },
    scope: 'Namespaced',
    versions,
  },
});
const version = (name: string, rest: object = {}) => ({
  name,
  served: true,
  storage: false,
  schema: {
    openAPIV3Schema: {
      type: 'object',
      properties: {
        spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      },
    },
  },
  ...rest,
});
const things = (served: string): ResourceRef => ({
  group: 'example.org',
  version: served,
  plural: 'things',
});

function setUp() {
  const { api, registry } = new Sandbox({ clock: new ManualClock() });
  api.create(NAMESPACES, undefined, { metadata: { name: 'n' } });
  return { api, registry };
}

describe('custom resource definitions', () => {
  it('are served as soon as they are stored, in each served version', () => {
    const { api } = setUp();
    api.create(
      CRDS,
      undefined,
      crd([
        version('v1', { storage: true }),
        version('v1beta1'),
        version('v1alpha1', { served: false }),
      ]),
    );
    api.create(things('v1beta1'), 'n', {
      metadata: { name: 'a' },
      spec: { x: 1 },
    });
    expect(api.get(things('v1'), 'n', 'a')!.spec).toEqual({ x: 1 });
    expect(() => api.list(things('v1alpha1'))).toThrow('not found');
    const stored = api.get(CRDS, undefined, 'things.example.org')!;
    expect(stored.spec.names).toEqual({
      plural: 'things',
      kind: 'Thing',
      singular: 'thing',
      listKind: 'ThingList',
    });
    expect(stored.status.conditions.map((one: any) => one.type)).toEqual([
      'NamesAccepted',
      'Established',
    ]);
  });

  it('take a new schema at once', () => {
    const { api } = setUp();
    const created = api.create(
      CRDS,
      undefined,
      crd([version('v1', { storage: true })]),
    );
    const [first] = created.spec.versions;
    first.schema.openAPIV3Schema.required = ['spec'];
    api.update(CRDS, {
      ...created,
      metadata: { ...created.metadata, resourceVersion: '' },
    });
    expect(() =>
      api.create(things('v1'), 'n', { metadata: { name: 'a' } }),
    ).toThrow('Thing.example.org "a" is invalid: spec: Required value');
  });

  it('take their objects along when they go', () => {
    const { api, registry } = setUp();
    api.create(CRDS, undefined, crd([version('v1', { storage: true })]));
    api.create(things('v1'), 'n', { metadata: { name: 'a' } });
    const seen: string[] = [];
    api.watch(things('v1'), ({ type }) => seen.push(type));
    api.delete(CRDS, undefined, 'things.example.org');
    expect(seen).toEqual(['ADDED', 'DELETED']);
    expect(registry.find(things('v1'))).toBeUndefined();
  });

  it.each([
    [{}, 'spec.group: Required value'],
    [
      { ...crd([version('v1')]).spec },
      'must have exactly one version marked as storage version',
    ],
    [
      { ...crd([version('v1', { storage: true })]).spec, group: 'other.org' },
      'must be spec.names.plural+"."+spec.group',
    ],
  ])('are checked: %#', (spec, message) => {
    const { api } = setUp();
    expect(() =>
      api.create(CRDS, undefined, {
        metadata: { name: 'things.example.org' },
        spec,
      }),
    ).toThrow(message);
  });
});
