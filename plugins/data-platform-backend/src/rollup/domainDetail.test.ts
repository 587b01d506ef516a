import { Source } from '@millrace/backstage-plugin-data-platform-common';
import { FakeIndex } from '../http/__testUtils__/FakeIndex';
import { domainDetail } from './domainDetail';
import { quotaLines } from './quotaLines';

const quota = (
  hard: Record<string, string>,
  used: Record<string, string>,
  namespace = 'sales',
) => ({ name: 'domain', namespace, hard, used });

describe('quotaLines', () => {
  it('puts the fullest first, in words', () => {
    const lines = quotaLines([
      quota(
        {
          'requests.cpu': '16',
          'requests.memory': '64Gi',
          pods: '50',
          'count/sparkapplications.sparkoperator.k8s.io': '60',
        },
        { 'requests.cpu': '15500m', 'requests.memory': '16Gi', pods: '3' },
      ),
    ]);
    expect(lines).toEqual([
      {
        resource: 'requests.cpu',
        label: 'CPU requested',
        used: '15.5',
        hard: '16',
        ratio: 0.9688,
      },
      {
        resource: 'requests.memory',
        label: 'Memory requested',
        used: '16Gi',
        hard: '64Gi',
        ratio: 0.25,
      },
      { resource: 'pods', label: 'Pods', used: '3', hard: '50', ratio: 0.06 },
      {
        resource: 'count/sparkapplications.sparkoperator.k8s.io',
        label: 'Spark runs kept',
        used: '0',
        hard: '60',
        ratio: 0,
      },
    ]);
  });

  it.each([
    ['1', '0', 1],
    ['5', '4', 1.25],
    ['x', '4', 0],
    ['1', 'much', 0],
    ['500m', '1', 0.5],
    ['1e3', '1k', 1],
  ])('%s of %s is %d', (used, hard, ratio) => {
    const [line] = quotaLines([quota({ pods: hard }, { pods: used })]);
    expect(line.ratio).toBe(ratio);
  });

  it('leaves out what is bound to nothing and not used', () => {
    expect(quotaLines([quota({ 'services.nodeports': '0' }, {})])).toEqual([]);
  });

  it.each([
    ['10137Mi', '9.9Gi'],
    ['512Mi', '512Mi'],
    ['64Gi', '64Gi'],
    ['250m', '0.25'],
    ['plenty', 'plenty'],
  ])('writes %s as %s', (used, shown) => {
    const [line] = quotaLines([quota({ memory: '99Ti' }, { memory: used })]);
    expect(line.used).toBe(shown);
  });

  it('names the namespace where there are several', () => {
    const lines = quotaLines([
      quota({ pods: '5' }, {}, 'sales'),
      quota({ pods: '5' }, {}, 'sales-dev'),
    ]);
    expect(lines.map(({ label }) => label)).toEqual([
      'Pods in sales',
      'Pods in sales-dev',
    ]);
  });
});

describe('domainDetail', () => {
  const binding = (role: string, namespace: string, ...groups: string[]) => ({
    name: role,
    role,
    namespace,
    groups,
  });
  const place = {
    domainRef: 'domain:default/sales',
    source: 'eu-1',
    namespaces: ['sales', 'sales-dev'],
    bindings: [
      binding('viewer', 'sales', 'group:default/all'),
      binding('owner', 'sales', 'group:default/sales-team'),
      binding(
        'owner',
        'sales-dev',
        'backstage:group:default/sales-team',
        'backstage:group:default/ops',
      ),
    ],
  };

  it('tells where it lives and who has which role', () => {
    const index = new FakeIndex();
    index.quotasByNamespace.set('eu-1/sales', [quota({ pods: '5' }, {})]);
    const detail = domainDetail(
      place.domainRef,
      undefined,
      [place],
      index,
      [],
      () => 'backstage:',
    );
    expect(detail).toMatchObject({
      source: 'eu-1',
      namespaces: ['sales', 'sales-dev'],
      roles: [
        {
          role: 'owner',
          groups: ['group:default/ops', 'group:default/sales-team'],
        },
        { role: 'viewer', groups: ['group:default/all'] },
      ],
    });
    expect(detail.quota).toHaveLength(1);
  });

  describe('quota and limits', () => {
    const source = (state: 'watching' | 'forbidden', message?: string) => ({
      name: 'eu-1',
      type: 'kubernetes' as const,
      state: 'connected' as const,
      message: 'Connected.',
      kinds: ['ResourceQuota', 'LimitRange'].map(kind => ({
        kind,
        group: '',
        state,
        ...(message && { message }),
      })),
    });
    const read = (index: FakeIndex, sources: Source[]) =>
      domainDetail(
        place.domainRef,
        undefined,
        [place],
        index,
        sources,
        () => undefined,
      );

    it('tells what LimitRanges say of containers, by namespace', () => {
      const index = new FakeIndex();
      index.limitRangesByNamespace.set('eu-1/sales-dev', [
        {
          name: 'defaults',
          namespace: 'sales-dev',
          limits: [
            { type: 'Pod', max: { cpu: '99' } },
            {
              type: 'Container',
              defaultRequest: { cpu: '100m', memory: '128Mi' },
              default: { memory: '1Gi' },
              max: { cpu: '8' },
            },
          ],
        },
      ]);
      const detail = read(index, [source('watching')]);
      const of = { source: 'eu-1', namespace: 'sales-dev', name: 'defaults' };
      expect(detail.limits).toEqual([
        { ...of, resource: 'cpu', request: '100m', max: '8' },
        { ...of, resource: 'memory', request: '128Mi', limit: '1Gi' },
      ]);
      expect(detail).not.toHaveProperty('problems');
    });

    it('says of what may not be read that it is not known', () => {
      const why = 'The portal may not: resourcequotas is forbidden.';
      expect(
        read(new FakeIndex(), [source('forbidden', why)]).problems,
      ).toEqual([
        {
          part: 'quota',
          message: `ResourceQuotas of cluster eu-1 are not readable by the portal: ${why}`,
        },
        { part: 'limits', message: expect.stringContaining('LimitRanges') },
      ]);
    });

    it('knows nothing of a cluster that is not connected', () => {
      expect(
        read(new FakeIndex(), []).problems?.map(({ part }) => part),
      ).toEqual(['quota', 'limits']);
    });
  });

  it('says since when its cluster is silent', () => {
    const source = {
      name: 'eu-1',
      type: 'kubernetes' as const,
      state: 'stale' as const,
      message: 'Cluster eu-1 has not answered since 09:00.',
      lastContact: '2026-03-02T08:58:00Z',
      kinds: [],
    };
    const index = new FakeIndex();
    expect(
      domainDetail(
        place.domainRef,
        undefined,
        [place],
        index,
        [source],
        () => undefined,
      ).stale,
    ).toEqual({ since: source.lastContact, message: source.message });
  });
});
