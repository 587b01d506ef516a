import {
  FakeDomains,
  FakeEntities,
  FakeSources,
} from '../http/__testUtils__/fakes';
import { FakeIndex } from '../http/__testUtils__/FakeIndex';
import { resource } from '../http/__testUtils__/rows';
import { LabelledNamespace } from '../join/types';
import { VisibilityFilter } from '../permissions/platformResourceRef';
import { AdoptionQuery, AdoptionReader } from './AdoptionReader';
import { SPARK_JOB_KINDS } from './jobKinds';

const SALES = 'domain:default/sales';
const TEAM = 'group:default/sales-team';
const everything: VisibilityFilter = () => true;
const ofTeam: VisibilityFilter = ({ ownerRef }) => ownerRef === TEAM;

/** Domains by the labels of namespaces. */
class LabelledDomains extends FakeDomains {
  claims: LabelledNamespace[] = [];
  ofNamespace(source?: string, namespace?: string) {
    return this.claims.find(
      claim => claim.source === source && claim.namespace === namespace,
    )?.domainRef as undefined;
  }
  labelled() {
    return this.claims as ReturnType<FakeDomains['labelled']>;
  }
}

describe('AdoptionReader', () => {
  let index: FakeIndex;
  let domains: LabelledDomains;
  let sources: FakeSources;
  let catalogUnread: boolean;
  let known: { entityRef: string; type: string; ownerRef: string }[];

  beforeEach(() => {
    index = new FakeIndex();
    domains = new LabelledDomains();
    sources = new FakeSources();
    sources.all[0].kinds.push(
      ...['ResourceQuota', 'LimitRange', 'RoleBinding'].map(kind => ({
        kind,
        group: '',
        state: 'watching' as const,
      })),
    );
    catalogUnread = false;
    known = [{ entityRef: SALES, type: 'data-domain', ownerRef: TEAM }];
  });

  const directory = () =>
    Object.assign(new FakeEntities(known), { isWarming: catalogUnread });

  const page = (allows = everything, query: Partial<AdoptionQuery> = {}) =>
    new AdoptionReader({
      index,
      domains,
      sources,
      entities: directory(),
      jobKinds: SPARK_JOB_KINDS,
      stateOf: source => sources.find(source),
      prefixOf: () => 'backstage:',
    }).page({ limit: 100, offset: 0, ...query }, allows);

  const label = (namespace: string, labels: Record<string, string> = {}) =>
    domains.claims.push({
      source: 'eu-1',
      namespace,
      labels: { 'millrace.dev/domain': `default.${namespace}`, ...labels },
      domainRef: `domain:default/${namespace}`,
      bindings: [],
    });
  const put = (name: string, row: object = {}) =>
    index.put(resource({ name, ...row }, { message: 'As it is.' }));

  it('lists namespaces nobody has labelled, with the command of a cluster admin', () => {
    put('x-1', { namespace: 'legacy' });
    put('x-2', { namespace: 'legacy' });
    put('y-1', { namespace: 'default' });
    const { namespaces, jobs } = page();
    expect(namespaces).toEqual([
      {
        source: 'eu-1',
        namespace: 'default',
        state: 'unlabelled',
        workloads: 1,
        command:
          'kubectl label namespace default millrace.dev/domain=default.default-data',
      },
      {
        source: 'eu-1',
        namespace: 'legacy',
        state: 'unlabelled',
        workloads: 2,
        command:
          'kubectl label namespace legacy millrace.dev/domain=default.legacy',
      },
    ]);
    expect(
      jobs.map(({ adoptable, reason }) => ({ adoptable, reason })),
    ).toEqual([
      {
        adoptable: false,
        reason:
          'Namespace default on cluster eu-1 belongs to no domain. A cluster admin has to label it first.',
      },
      {
        adoptable: false,
        reason:
          'Namespace legacy on cluster eu-1 belongs to no domain. A cluster admin has to label it first.',
      },
    ]);
  });

  it('says that a label is malformed, and how to write it', () => {
    domains.claims.push({
      source: 'eu-1',
      namespace: 'crm',
      labels: { 'millrace.dev/domain': 'crm' },
      bindings: [],
    });
    expect(page().namespaces[0]).toMatchObject({
      state: 'unlabelled',
      domain: 'crm',
      command:
        'kubectl label namespace crm millrace.dev/domain=default.crm --overwrite',
    });
  });

  it('tells a label without a Domain from an adopted namespace', () => {
    label('crm');
    label('sales');
    const { namespaces } = page();
    expect(
      namespaces.map(({ namespace, state }) => `${namespace} ${state}`),
    ).toEqual(['crm labelled', 'sales adopted']);
  });

  it('offers nothing of which the catalog may know already, until it has been read', () => {
    catalogUnread = true;
    label('crm');
    label('sales');
    put('x-1', { namespace: 'sales', domainRef: SALES, ownerRef: TEAM });
    const early = page();
    expect(early).toMatchObject({ warming: true, catalogWarming: true });
    expect(
      early.namespaces.map(({ namespace, state }) => `${namespace} ${state}`),
    ).toEqual(['crm unknown', 'sales adopted']);
    expect(early.jobs[0]).toMatchObject({
      adoptable: false,
      reason:
        'The catalog is still being read: whether it belongs to a job of the portal is not known yet.',
    });
    catalogUnread = false;
    const late = page();
    expect(late.warming).toBe(false);
    expect(late.namespaces[0].state).toBe('labelled');
    expect(late.jobs[0].adoptable).toBe(true);
  });

  it('tells how an adopted namespace differs from what the template makes, and what it cannot read', () => {
    label('sales');
    const [{ drift }] = page().namespaces;
    expect(
      drift?.map(({ subject, message }) => `${subject}: ${message}`),
    ).toEqual([
      'Namespace: It was not made by the portal, which may not change its quota and limits.',
      'Namespace: Pods may do anything: no Pod Security level is enforced.',
      'ResourceQuota: Nothing limits what its jobs take from the cluster.',
      'LimitRange: Containers that ask for nothing get nothing by default; a quota would refuse them.',
      expect.stringMatching(
        /^RoleBinding: No group holds the role of an owner/,
      ),
      expect.stringMatching(/^ServiceAccount: Not readable by the portal/),
      expect.stringMatching(/^NetworkPolicy: Not readable by the portal/),
    ]);
    expect(drift?.[4].remedy).toContain(
      "--clusterrole=millrace-owner --group='backstage:group:default/sales-team'",
    );
  });

  it('knows no namespaces of what is no cluster', () => {
    index.put(resource({ name: 'main', source: 'lakefs', namespace: 'lake' }));
    expect(page().namespaces).toEqual([]);
  });

  it('says that it does not know what it may not read', () => {
    label('sales');
    sources.all[0].kinds = sources.all[0].kinds.map(kind =>
      kind.kind === 'ResourceQuota'
        ? { ...kind, state: 'forbidden', message: 'Not permitted.' }
        : kind,
    );
    const quota = page().namespaces[0].drift?.filter(
      ({ subject }) => subject === 'ResourceQuota',
    );
    expect(quota).toEqual([
      {
        subject: 'ResourceQuota',
        message:
          'Not readable by the portal (Not permitted): whether a quota limits it is not known.',
        remedy: 'Look yourself: kubectl get resourcequota -n sales',
        unread: true,
      },
    ]);
  });

  it('leaves out domains as the template makes them, unless they are asked for', () => {
    label('sales', {
      'millrace.dev/managed-by': 'millrace',
      'pod-security.kubernetes.io/enforce': 'baseline',
    });
    domains.claims[0] = {
      ...domains.claims[0],
      bindings: [
        {
          name: 'o',
          namespace: 'sales',
          role: 'owner',
          groups: ['backstage:x'],
        },
      ],
    };
    const quota = { name: 'domain', namespace: 'sales', hard: {}, used: {} };
    index.quotasByNamespace.set('eu-1/sales', [quota]);
    index.limitRangesByNamespace.set('eu-1/sales', [
      { name: 'defaults', namespace: 'sales', limits: [] },
    ]);
    expect(page().namespaces).toEqual([]);
    expect(page(everything, { domainRef: SALES }).namespaces).toEqual([
      expect.objectContaining({ state: 'adopted', drift: [] }),
    ]);
    put('x-1', { domainRef: SALES, ownerRef: TEAM });
    expect(page().namespaces).toHaveLength(1);
  });

  it('shows what can be adopted, with the verdict on its newest run', () => {
    label('sales');
    const place = { domainRef: SALES, ownerRef: TEAM };
    put('x-1', { ...place, createdAt: '2026-03-02T07:00:00.000Z' });
    put('x-2', { ...place, createdAt: '2026-03-02T08:00:00.000Z' });
    put('known-1', { ...place, entityRef: 'component:default/known' });
    expect(page().jobs).toEqual([
      {
        key: expect.any(String),
        source: 'eu-1',
        namespace: 'sales',
        kind: 'SparkApplication',
        group: 'sparkoperator.k8s.io',
        name: 'x',
        foundBy: 'name',
        runs: 2,
        lastRunAt: '2026-03-02T08:00:00.000Z',
        assessment: expect.objectContaining({ message: 'As it is.' }),
        domainRef: SALES,
        adoptable: true,
      },
    ]);
  });

  it('lists jobs alone: nothing that serves, and nothing that is going', () => {
    put('server', { kind: 'SparkConnect', nature: 'service' });
    put('gone-1', { deletingSince: '2026-03-02T08:00:00.000Z' });
    expect(page().jobs).toEqual([]);
  });

  it('shows a viewer what is theirs, and counts nothing else', () => {
    label('sales');
    put('mine-1', { domainRef: SALES, ownerRef: TEAM });
    put('other-1', { namespace: 'legacy' });
    const mine = page(ofTeam);
    expect(mine.jobs.map(({ name }) => name)).toEqual(['mine']);
    expect(mine.totalJobs).toBe(1);
    expect(mine.namespaces.map(({ namespace }) => namespace)).toEqual([
      'sales',
    ]);
    const nobody = page(() => false);
    expect(nobody).toMatchObject({ namespaces: [], jobs: [], totalJobs: 0 });
  });

  it('shows a schedule without its runs to who may see schedules alone', () => {
    label('sales');
    const place = { domainRef: SALES, ownerRef: TEAM };
    index.put(
      resource(
        { name: 'nightly', nature: 'schedule', ...place },
        {},
        {
          spec: { schedule: '0 2 * * *' },
          status: { lastRun: '2026-03-02T02:00:00Z' },
        },
      ),
    );
    put('nightly-1', { ...place, parentUid: 'uid-nightly' });
    const [job] = page(({ nature }) => nature === 'schedule').jobs;
    expect(job).toMatchObject({
      foundBy: 'schedule',
      schedule: '0 2 * * *',
      runs: 0,
      lastRunAt: '2026-03-02T02:00:00.000Z',
    });
  });

  it('finds by text, place and page', () => {
    for (const name of ['aa-1', 'bb-1', 'cc-1'])
      put(name, { namespace: 'legacy' });
    put('aa-2', { namespace: 'other' });
    const names = (query: Partial<AdoptionQuery>) =>
      page(everything, query).jobs.map(({ name }) => name);
    expect(names({ q: 'AA legacy' })).toEqual(['aa']);
    expect(names({ namespace: 'other' })).toEqual(['aa']);
    expect(names({ source: 'us-1' })).toEqual([]);
    expect(names({ limit: 2, offset: 1 })).toEqual(['bb', 'cc']);
    expect(page(everything, { limit: 1 }).totalJobs).toBe(4);
    expect(page(everything, { limit: 0 })).toMatchObject({
      ...{ jobs: [], namespaces: [], totalJobs: 4 },
    });
  });

  it('passes over the index once for each version of it', () => {
    put('x-1');
    const select = jest.spyOn(index, 'select');
    const reader = new AdoptionReader({
      index,
      domains,
      sources,
      entities: new FakeEntities(known),
      jobKinds: SPARK_JOB_KINDS,
      stateOf: source => sources.find(source),
      prefixOf: () => undefined,
    });
    const query = { limit: 100, offset: 0 };
    const [{ key }] = reader.page(query, everything).jobs;
    reader.page(query, ofTeam);
    expect(reader.job(key)?.name).toBe('x');
    expect(select).toHaveBeenCalledTimes(1);
    put('y-1');
    expect(reader.page(query, everything).totalJobs).toBe(2);
    expect(select).toHaveBeenCalledTimes(2);
  });
});
