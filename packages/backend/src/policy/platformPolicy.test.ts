import { ConfigReader } from '@backstage/config';
import {
  AuthorizeResult,
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  domainAdministerPermission,
  domainCreatePermission,
  entityRegisterPermission,
  logReadPermission,
  operationReadPermission,
  resourceOperatePermission,
  resourceReadPermission,
} from '@millrace/backstage-plugin-data-platform-common';
import { PlatformPolicy } from './platformPolicy';

const policy = new PlatformPolicy(
  new ConfigReader({
    millrace: {
      administrators: 'group:default/platform-team',
      creators: ['group:default/sales-team'],
    },
  }),
);

const person = (...refs: string[]) =>
  ({ info: { ownershipEntityRefs: refs } } as unknown as PolicyQueryUser);
const ada = person('user:default/ada', 'group:default/platform-team');
const olga = person('user:default/olga', 'group:default/sales-team');
const nils = person('user:default/nils', 'group:default/analysts');

const deleteEntity = createPermission({
  name: 'catalog.entity.delete',
  attributes: { action: 'delete' },
});

const { ALLOW, DENY, CONDITIONAL } = AuthorizeResult;

describe('PlatformPolicy', () => {
  it.each<[string, Permission, AuthorizeResult[]]>([
    ['see verdicts', resourceReadPermission, [ALLOW, ALLOW, ALLOW]],
    ['operate', resourceOperatePermission, [ALLOW, CONDITIONAL, CONDITIONAL]],
    ['read logs', logReadPermission, [ALLOW, CONDITIONAL, CONDITIONAL]],
    ['create domains', domainCreatePermission, [ALLOW, ALLOW, DENY]],
    ['act for other teams', domainAdministerPermission, [ALLOW, DENY, DENY]],
    ['register', entityRegisterPermission, [ALLOW, ALLOW, DENY]],
    ['see who did what', operationReadPermission, [ALLOW, ALLOW, ALLOW]],
    ['delete entities', deleteEntity, [ALLOW, DENY, DENY]],
  ])('%s: administrator, creator, analyst', async (_, permission, expected) => {
    const decisions = await Promise.all(
      [ada, olga, nils].map(user => policy.handle({ permission }, user)),
    );
    expect(decisions.map(each => each.result)).toEqual(expected);
  });

  it('lets a person operate what is theirs', async () => {
    await expect(
      policy.handle({ permission: resourceOperatePermission }, olga),
    ).resolves.toMatchObject({
      conditions: {
        rule: 'IS_OWNER',
        params: { claims: ['user:default/olga', 'group:default/sales-team'] },
      },
    });
  });

  it('gives nobody without a name anything to do', async () => {
    for (const permission of [
      domainCreatePermission,
      entityRegisterPermission,
      operationReadPermission,
    ]) {
      await expect(policy.handle({ permission })).resolves.toEqual({
        result: DENY,
      });
    }
  });
});
