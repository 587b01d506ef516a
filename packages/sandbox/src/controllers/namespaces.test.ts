import { SandboxRig } from './fixtures/SandboxRig';
import {
  CONFIG_MAPS,
  NAMESPACES,
  PODS,
  SERVICE_ACCOUNTS,
  SPARK_APPLICATIONS,
} from './refs';

let rig: SandboxRig;
beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

const namespace = () => rig.api.get(NAMESPACES, undefined, 'orders');

it('gives a new namespace its service account and root CA, a moment later', () => {
  rig.api.create(NAMESPACES, undefined, { metadata: { name: 'sales' } });
  expect(rig.api.list(SERVICE_ACCOUNTS, 'sales')).toEqual([]);
  rig.clock.advance(1_000);
  expect(rig.api.get(SERVICE_ACCOUNTS, 'sales', 'default')).toBeDefined();
  expect(
    rig.api.get(CONFIG_MAPS, 'sales', 'kube-root-ca.crt')?.data['ca.crt'],
  ).toContain('CERTIFICATE');
});

it('ends an empty namespace about five seconds after its deletion', () => {
  const seen = rig.watch(NAMESPACES);
  rig.api.delete(NAMESPACES, undefined, 'orders');
  expect(namespace()?.status.phase).toBe('Terminating');
  rig.clock.advance(4_000);
  expect(rig.api.list(CONFIG_MAPS, 'orders')).toHaveLength(1);
  rig.clock.advance(2_000);
  expect(namespace()).toBeUndefined();
  expect(rig.api.list(CONFIG_MAPS, 'orders')).toEqual([]);
  expect(seen.at(-1)?.type).toBe('DELETED');
});

it('says what holds a namespace, and since when', () => {
  rig.api.create(CONFIG_MAPS, 'orders', {
    metadata: { name: 'stuck', finalizers: ['example.org/hold'] },
  });
  rig.api.delete(NAMESPACES, undefined, 'orders');
  rig.clock.advance(6_000);
  const conditions = namespace()?.status.conditions;
  expect(conditions.slice(3)).toEqual([
    expect.objectContaining({
      type: 'NamespaceContentRemaining',
      status: 'True',
      reason: 'SomeResourcesRemain',
      message:
        'Some resources are remaining: configmaps. has 1 resource instances',
    }),
    expect.objectContaining({
      type: 'NamespaceFinalizersRemaining',
      status: 'True',
      reason: 'SomeFinalizersRemain',
      message:
        'Some content in the namespace has finalizers remaining: example.org/hold in 1 resource instances',
    }),
  ]);
  rig.clock.advance(5_000);
  expect(namespace()?.status.conditions).toEqual(conditions);
  const held = rig.api.get(CONFIG_MAPS, 'orders', 'stuck')!;
  rig.api.update(CONFIG_MAPS, {
    ...held,
    metadata: { ...held.metadata, finalizers: [] },
  });
  rig.clock.advance(2_000);
  expect(namespace()).toBeUndefined();
});

it('takes running jobs with it', () => {
  rig.submit({ arguments: ['--duration', '10m'] });
  rig.until(() => rig.executors().length === 1);
  rig.api.delete(NAMESPACES, undefined, 'orders');
  rig.until(() => namespace() === undefined, 60_000);
  expect(rig.api.list(SPARK_APPLICATIONS, 'orders')).toEqual([]);
  expect(rig.api.list(PODS, 'orders')).toEqual([]);
});
