import { ManualClock } from '../clock/ManualClock';
import {
  CONFIG_MAPS,
  NAMESPACES,
  PODS,
  SERVICE_ACCOUNTS,
} from '../testing/refs';
import { KubeObject } from '../types';
import { Sandbox } from './Sandbox';

function setUp() {
  const clock = new ManualClock(Date.parse('2026-01-01T00:00:00Z'));
  const { api } = new Sandbox({ clock });
  api.create(NAMESPACES, undefined, { metadata: { name: 'sales' } });
  api.create(SERVICE_ACCOUNTS, 'sales', { metadata: { name: 'default' } });
  return { api, clock };
}

const podOn = (nodeName?: string, spec: object = {}) => ({
  metadata: { name: 'p' },
  spec: {
    nodeName,
    containers: [{ name: 'main', image: 'busybox:1' }],
    ...spec,
  },
});

describe('deletion of pods', () => {
  it('one on a node gets its grace period, and goes when that is cut to zero', () => {
    const { api } = setUp();
    api.create(PODS, 'sales', podOn('node-1'));
    api.delete(PODS, 'sales', 'p');
    expect(api.get(PODS, 'sales', 'p')!.metadata).toMatchObject({
      deletionTimestamp: '2026-01-01T00:00:30Z',
      deletionGracePeriodSeconds: 30,
    });
    api.delete(PODS, 'sales', 'p', { gracePeriodSeconds: 0 });
    expect(api.get(PODS, 'sales', 'p')).toBeUndefined();
  });

  it('a grace period can be shortened, never lengthened', () => {
    const { api } = setUp();
    api.create(
      PODS,
      'sales',
      podOn('node-1', { terminationGracePeriodSeconds: 9 }),
    );
    const grace = () =>
      api.get(PODS, 'sales', 'p')!.metadata.deletionGracePeriodSeconds;
    api.delete(PODS, 'sales', 'p');
    expect(grace()).toBe(9);
    api.delete(PODS, 'sales', 'p', { gracePeriodSeconds: 60 });
    expect(grace()).toBe(9);
    api.delete(PODS, 'sales', 'p', { gracePeriodSeconds: 2 });
    expect(grace()).toBe(2);
  });

  it.each([
    ['without a node', undefined, 'Pending'],
    ['that has ended', 'node-1', 'Succeeded'],
    ['that has failed', 'node-1', 'Failed'],
  ])('one %s goes at once', (_, nodeName, phase) => {
    const { api } = setUp();
    const pod = api.create(PODS, 'sales', podOn(nodeName));
    api.updateStatus(PODS, { ...pod, status: { ...pod.status, phase } });
    api.delete(PODS, 'sales', 'p');
    expect(api.get(PODS, 'sales', 'p')).toBeUndefined();
  });
});

describe('deletion of namespaces', () => {
  it('waits until its finalizer is let go', () => {
    const { api } = setUp();
    api.delete(NAMESPACES, undefined, 'sales');
    const dying = api.get(NAMESPACES, undefined, 'sales')!;
    expect(dying.status.phase).toBe('Terminating');
    expect(dying.metadata.deletionGracePeriodSeconds).toBeUndefined();
    expect(() =>
      api.create(CONFIG_MAPS, 'sales', { metadata: { name: 'late' } }),
    ).toThrow('because it is being terminated');
    api.update(NAMESPACES, { ...dying, spec: { finalizers: [] } });
    expect(api.get(NAMESPACES, undefined, 'sales')).toBeUndefined();
  });

  it.each(['default', 'kube-system', 'kube-public'])('%s stays', name => {
    const { api } = setUp();
    expect(() => api.delete(NAMESPACES, undefined, name)).toThrow(
      `namespaces "${name}" is forbidden: this namespace may not be deleted`,
    );
  });
});

describe('garbage collection', () => {
  const ownedBy = (...owners: KubeObject[]) => ({
    ownerReferences: owners.map(owner => ({
      apiVersion: owner.apiVersion,
      kind: owner.kind,
      name: owner.metadata.name,
      uid: owner.metadata.uid,
    })),
  });

  function family() {
    const { api, clock } = setUp();
    const make = (name: string, ...owners: KubeObject[]) =>
      api.create(CONFIG_MAPS, 'sales', {
        metadata: { name, ...ownedBy(...owners) },
      });
    const names = () =>
      api.list(CONFIG_MAPS, 'sales').map(object => object.metadata.name);
    return { api, clock, make, names };
  }

  it('reaches grandchildren', () => {
    const { api, clock, make, names } = family();
    const owner = make('owner');
    make('grandchild', make('child', owner));
    api.delete(CONFIG_MAPS, 'sales', 'owner');
    clock.advance(50);
    expect(names()).toEqual([]);
  });

  it('spares what another owner still holds, and drops the owner that is gone', () => {
    const { api, clock, make, names } = family();
    const first = make('first');
    const second = make('second');
    make('child', first, second);
    api.delete(CONFIG_MAPS, 'sales', 'first');
    clock.advance(50);
    expect(names()).toEqual(['child', 'second']);
    expect(
      api.get(CONFIG_MAPS, 'sales', 'child')!.metadata.ownerReferences,
    ).toEqual([expect.objectContaining({ name: 'second' })]);
  });

  it('takes an owner of the same name and another uid for absent', () => {
    const { api, clock, make, names } = family();
    const owner = make('owner');
    make('child', owner);
    api.delete(CONFIG_MAPS, 'sales', 'owner');
    make('owner');
    clock.advance(50);
    expect(names()).toEqual(['owner']);
  });

  it('in the foreground waits for a child that a finalizer holds', () => {
    const { api, clock, make, names } = family();
    const owner = make('owner');
    const [reference] = ownedBy(owner).ownerReferences;
    const child = api.create(CONFIG_MAPS, 'sales', {
      metadata: {
        name: 'child',
        finalizers: ['example.org/hold'],
        ownerReferences: [{ ...reference, blockOwnerDeletion: true }],
      },
    });
    api.delete(CONFIG_MAPS, 'sales', 'owner', { propagation: 'Foreground' });
    clock.advance(50);
    expect(names()).toEqual(['child', 'owner']);
    const dying = api.get(CONFIG_MAPS, 'sales', 'child')!;
    expect(dying.metadata.uid).toBe(child.metadata.uid);
    api.update(CONFIG_MAPS, {
      ...dying,
      metadata: { ...dying.metadata, finalizers: [] },
    });
    clock.advance(50);
    expect(names()).toEqual([]);
  });
});
