import { toAccess } from '../permissions/access';
import { Viewer } from '../permissions/Viewer';
import {
  domainOperations,
  jobRegistrationOperations,
} from './entityOperations';

const TEAM = 'group:default/sales-team';
const access = toAccess({ result: 'ALLOW' as never });

function viewer(
  may: Partial<Viewer['may']> = {},
  ownershipRefs: readonly string[] = [],
): Viewer {
  return {
    userRef: 'user:default/ada',
    groups: ownershipRefs,
    ownershipRefs,
    credentials: {} as Viewer['credentials'],
    read: access,
    logs: access,
    operate: access,
    may: {
      createDomains: false,
      register: true,
      administer: false,
      readOperations: false,
      ...may,
    },
    tag: 't',
  };
}

const reasons = (
  operations: ReturnType<typeof jobRegistrationOperations>,
): Record<string, string | true> =>
  Object.fromEntries(
    operations.map(({ id, available, reason }) => [id, available || reason!]),
  );

describe('what can be done with the registration of a job', () => {
  const job = {
    entityRef: 'component:default/a',
    type: 'spark-job',
    ownerRef: TEAM,
  };
  const told = (who: Viewer, here = true) =>
    reasons(jobRegistrationOperations(who, job, here));

  it('is everything for its owner', () => {
    expect(told(viewer({}, [TEAM]))).toEqual({
      'spark-job:update': true,
      'spark-job:clone': true,
      'entity:unregister': true,
    });
  });

  it('is everything for an administrator', () => {
    expect(told(viewer({ administer: true }))).toMatchObject({
      'entity:unregister': true,
    });
  });

  it('is a copy for others', () => {
    expect(told(viewer())).toEqual({
      'spark-job:update':
        'Only its owner group:default/sales-team may do this, or an administrator of the platform.',
      'spark-job:clone': true,
      'entity:unregister': expect.stringContaining('Only its owner'),
    });
  });

  it('is nothing for who may not register', () => {
    const told2 = told(viewer({ register: false }, [TEAM]));
    expect(new Set(Object.values(told2))).toEqual(
      new Set(['Only who holds data-platform.entity.register may do this.']),
    );
  });

  it('is done elsewhere for what comes from Git', () => {
    expect(told(viewer({}, [TEAM]), false)).toEqual({
      'spark-job:update':
        'It was not registered here; change it where it comes from.',
      'spark-job:clone': true,
      'entity:unregister': expect.stringContaining('not registered here'),
    });
  });
});

describe('what can be done with a domain', () => {
  const domain = {
    entityRef: 'domain:default/sales',
    type: 'data-domain',
    ownerRef: TEAM,
  };
  const place = (labels: Record<string, string>) => ({
    source: 'eu-1',
    namespace: 'sales',
    labels,
    bindings: [],
  });
  const ours = [place({ 'millrace.dev/managed-by': 'millrace' })];
  const options = { registeredHere: true, canBootstrap: () => true };
  const told = (
    who: Viewer,
    places = ours,
    over: Partial<typeof options> = {},
    known: typeof domain | undefined = domain,
  ) => reasons(domainOperations(who, known, places, { ...options, ...over }));

  it('members and its end are the owner’s, its quota is the administrator’s', () => {
    expect(told(viewer({}, [TEAM]))).toEqual({
      'domain:add-member': true,
      'domain:remove-member': true,
      'domain:set-quota':
        'Only an administrator of the platform may change a quota (data-platform.domain.administer).',
      'domain:set-limits':
        'Only an administrator of the platform may change limits (data-platform.domain.administer).',
      'domain:decommission': true,
    });
    expect(told(viewer({ administer: true }))).toMatchObject({
      'domain:set-quota': true,
      'domain:set-limits': true,
    });
  });

  it('no quota where the portal may not change it, with the command that lets it', () => {
    const admin = viewer({ administer: true });
    expect(told(admin, [place({})])['domain:set-quota']).toContain(
      'kubectl label namespace sales millrace.dev/managed-by=millrace',
    );
    expect(told(admin, ours, { canBootstrap: () => false })).toMatchObject({
      'domain:set-quota':
        'No bootstrap identity is configured for cluster eu-1.',
    });
  });

  it('nothing much without a namespace, without a registration, or from Git', () => {
    const owner = viewer({ administer: true }, [TEAM]);
    expect(told(owner, [])).toMatchObject({
      'domain:add-member': 'It has no namespace on any cluster.',
      'domain:decommission': true,
    });
    const unknown = domainOperations(owner, undefined, ours, options);
    expect(reasons(unknown)['domain:decommission']).toContain(
      'not registered in the catalog',
    );
    expect(told(owner, ours, { registeredHere: false })).toMatchObject({
      'domain:decommission': expect.stringContaining('not registered here'),
    });
  });
});
