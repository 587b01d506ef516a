import { ManualClock } from '../clock/ManualClock';
import { Sandbox } from '../api/Sandbox';
import {
  CONFIG_MAPS,
  NAMESPACES,
  PODS,
  RESOURCE_QUOTAS,
  SERVICE_ACCOUNTS,
} from '../testing/refs';

function setUp(hard: Record<string, string>, scopes?: string[]) {
  const { api } = new Sandbox({ clock: new ManualClock() });
  api.create(NAMESPACES, undefined, { metadata: { name: 'sales' } });
  api.create(SERVICE_ACCOUNTS, 'sales', { metadata: { name: 'default' } });
  const quota = api.create(RESOURCE_QUOTAS, 'sales', {
    metadata: { name: 'domain' },
    spec: { hard, ...(scopes ? { scopes } : {}) },
  });
  const activate = () =>
    api.updateStatus(RESOURCE_QUOTAS, { ...quota, status: { hard, used: {} } });
  const used = () =>
    api.get(RESOURCE_QUOTAS, 'sales', 'domain')!.status.used ?? {};
  const pod = (name: string, requests: object, containers = 1) =>
    api.create(PODS, 'sales', {
      metadata: { name },
      spec: {
        containers: Array.from({ length: containers }, (_, index) => ({
          name: `c${index}`,
          image: 'x',
          resources: { requests },
        })),
      },
    });
  return { api, activate, used, pod };
}

describe('quota admission', () => {
  it('limits nothing until the controller has written the status', () => {
    const { api, activate } = setUp({ configmaps: '0' });
    const make = (name: string) =>
      api.create(CONFIG_MAPS, 'sales', { metadata: { name } });
    expect(make('early')).toBeDefined();
    activate();
    expect(() => make('late')).toThrow(
      'configmaps "late" is forbidden: exceeded quota: domain, requested: configmaps=1, used: configmaps=0, limited: configmaps=0',
    );
  });

  it('charges before it stores, and nothing when the name is taken', () => {
    const { api, activate, used } = setUp({ 'count/configmaps': '5' });
    activate();
    const make = () =>
      api.create(CONFIG_MAPS, 'sales', { metadata: { name: 'a' } });
    make();
    expect(used()).toEqual({ 'count/configmaps': '1' });
    expect(make).toThrow('already exists');
    expect(used()).toEqual({ 'count/configmaps': '1' });
  });

  it('adds up what the containers of a pod ask for', () => {
    const { activate, used, pod } = setUp({
      pods: '3',
      'requests.cpu': '3',
      'requests.memory': '2Gi',
      cpu: '3',
    });
    activate();
    pod('p', { cpu: '500m', memory: '512Mi' }, 2);
    expect(used()).toEqual({
      pods: '1',
      cpu: '1',
      'requests.cpu': '1',
      'requests.memory': '1Gi',
    });
    expect(() => pod('q', { cpu: '1500m', memory: '256Mi' }, 2)).toThrow(
      'exceeded quota: domain, requested: cpu=3,requests.cpu=3, used: cpu=1,requests.cpu=1, limited: cpu=3,requests.cpu=3',
    );
  });

  it('wants stated what it limits', () => {
    const { activate, pod } = setUp({
      'requests.cpu': '3',
      'limits.memory': '1Gi',
    });
    activate();
    expect(() => pod('p', { cpu: '1' }, 2)).toThrow(
      'pods "p" is forbidden: failed quota: domain: must specify limits.memory for: c0,c1',
    );
  });

  it('leaves quotas with scopes to themselves', () => {
    const { activate, pod } = setUp({ pods: '0' }, ['BestEffort']);
    activate();
    expect(pod('p', { cpu: '1' })).toBeDefined();
  });
});
