import { limitLines } from './limitLines';
import { podDefaultOptions } from './podDefaults';
import { storageClassOptions, volumeOptions } from './storageOptions';

const podDefault = (name: string, selector: object, desc?: string) => ({
  metadata: { name },
  spec: { selector, desc },
});

it('offers PodDefaults with the labels that choose them', () => {
  expect(
    podDefaultOptions([
      podDefault('b', { matchLabels: { 'access-b': 'yes' } }, 'Bucket'),
      podDefault('a', {
        matchExpressions: [
          { key: 'a', operator: 'Exists' },
          { key: 'level', operator: 'In', values: ['two', 'three'] },
          { key: 'x', operator: 'DoesNotExist' },
        ],
      }),
      podDefault('every', {}),
      podDefault('none', {
        matchExpressions: [{ key: 'k', operator: 'In', values: [] }],
      }),
      'nonsense',
    ]),
  ).toEqual([
    { name: 'a', title: 'a', labels: { a: 'true', level: 'two' } },
    { name: 'b', title: 'Bucket', labels: { 'access-b': 'yes' } },
  ]);
});

it('offers storage classes, the default first', () => {
  const key = 'storageclass.kubernetes.io/is-default-class';
  expect(
    storageClassOptions([
      { metadata: { name: 'a' } },
      { metadata: { name: 'b', annotations: { [key]: 'true' } } },
      { metadata: {} },
    ]),
  ).toEqual([
    { name: 'b', isDefault: true },
    { name: 'a', isDefault: false },
  ]);
});

it('offers volumes with who uses them, but not those that go', () => {
  const claim = {
    namespace: 'sales',
    uid: 'u',
    phase: 'Bound',
    accessModes: ['ReadWriteOnce'],
    createdAt: 0,
  };
  expect(
    volumeOptions(
      [
        { ...claim, name: 'b', capacity: '5Gi', requested: '4Gi' },
        { ...claim, name: 'a', storageClass: 'fast' },
        { ...claim, name: 'gone', deletingSince: 1 },
      ],
      name => (name === 'b' ? ['z', 'y'] : []),
    ),
  ).toEqual([
    {
      name: 'a',
      phase: 'Bound',
      accessModes: ['ReadWriteOnce'],
      storageClass: 'fast',
      usedBy: [],
    },
    {
      name: 'b',
      phase: 'Bound',
      accessModes: ['ReadWriteOnce'],
      size: '5Gi',
      usedBy: ['y', 'z'],
    },
  ]);
});

it('tells limits a line for each resource', () => {
  expect(
    limitLines([
      {
        name: 'l',
        namespace: 'sales',
        limits: [
          { type: 'Container', max: { cpu: '4' }, default: { memory: '1Gi' } },
          { type: 'PersistentVolumeClaim', min: { storage: '1Gi' } },
        ],
      },
    ]),
  ).toEqual([
    { type: 'Container', resource: 'cpu', max: '4' },
    { type: 'Container', resource: 'memory', default: '1Gi' },
    { type: 'PersistentVolumeClaim', resource: 'storage', min: '1Gi' },
  ]);
});
