import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BackstageCredentials,
  BackstageUserPrincipal,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  demoContent,
  demoRbac,
  demoUsers,
  portalPolicies,
  SandboxApi,
  sandboxControllers,
  sparkWebhook,
  startSandbox,
  SystemClock,
  TravelClock,
} from '@millrace/sandbox';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import plugin from '../index';

const DEMO = join(__dirname, '../../../../examples/demo/catalog.yaml');

/** The demo's entities and their owners, as the catalog serves them. */
function demoEntities(): Entity[] {
  if (!existsSync(DEMO)) return [];
  const entities = readEntities();
  const owners = new Set(
    entities.map(({ spec }) => String(spec?.owner).replace(/^.*\//, '')),
  );
  return [
    ...entities,
    ...Array.from(owners, name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { namespace: 'default', name },
      spec: { type: 'team', children: [] },
    })),
  ];
}

function readEntities(): Entity[] {
  return parseAllDocuments(readFileSync(DEMO, 'utf8')).map(document => {
    const entity = document.toJS() as Entity;
    const { owner, system, domain } = (entity.spec ?? {}) as Record<
      string,
      string | undefined
    >;
    const relation = (type: string, targetRef: string | undefined) =>
      targetRef ? [{ type, targetRef }] : [];
    return {
      ...entity,
      metadata: { namespace: 'default', ...entity.metadata },
      relations: [
        ...relation('ownedBy', owner),
        ...relation('partOf', system && `system:default/${system}`),
        ...relation('partOf', domain && `domain:default/${domain}`),
      ],
    };
  });
}

/** Everybody is an owner of the sales domain. */
const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials: BackstageCredentials) {
      const { userEntityRef } = credentials.principal as BackstageUserPrincipal;
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, 'group:default/sales-team'],
      };
    },
  }),
});

/** A clock on which waits are over sooner. */
function hastened(clock: SystemClock, haste: number): SystemClock {
  return {
    now: () => clock.now(),
    after: (ms, run) => clock.after(ms / haste, run),
  };
}

/**
 * The real plugin on the real sandbox with its demo. `prepare` runs before the portal looks at the cluster; `features`
 * take the place of the test backend's own, `dataPlatform` is more of the plugin's configuration.
 */
export async function startOnSandbox(
  prepare: (api: SandboxApi) => void,
  features: Parameters<typeof startTestBackend>[0]['features'] = [userInfo],
  dataPlatform: JsonObject = {},
  /** How many times as fast the cluster waits: for images, starts and shutdowns. */
  haste = 1,
) {
  const clock = new TravelClock(hastened(new SystemClock(), haste));
  const people = demoUsers();
  const sandbox = await startSandbox({
    clock,
    users: Object.values(people).map(({ user, groups }) => ({
      name: user,
      groups: [...groups],
    })),
    admission: [sparkWebhook, portalPolicies],
    controllers: sandboxControllers(),
    seed: api => {
      demoRbac(api);
      demoContent(api, clock);
      prepare(api);
    },
  });
  const cluster = {
    name: 'sandbox',
    url: sandbox.url,
    authProvider: 'serviceAccount',
    serviceAccountToken: sandbox.token(people.portal.user),
    caData: Buffer.from(sandbox.certificate ?? '').toString('base64'),
  };
  const folder = mkdtempSync(join(tmpdir(), 'on-sandbox-'));
  const tokenFile = join(folder, 'bootstrap-token');
  writeFileSync(tokenFile, sandbox.token(people.bootstrap.user));
  const backend = await startTestBackend({
    features: [
      plugin,
      ...(features ?? []),
      catalogServiceMock.factory({ entities: demoEntities() }),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            clusterLocatorMethods: [{ type: 'config', clusters: [cluster] }],
          },
          dataPlatform: {
            ...dataPlatform,
            kubernetes: { clusters: { sandbox: { bootstrap: { tokenFile } } } },
          },
        },
      }),
    ],
  });
  const token = mockCredentials.user.header('user:default/olivia');
  const url = (path: string) => `/api/data-platform${path}`;
  return {
    sandbox,
    server: backend.server,
    token,
    get: (path: string) =>
      request(backend.server).get(url(path)).set('Authorization', token),
    post: (path: string, body: object) =>
      request(backend.server)
        .post(url(path))
        .set('Authorization', token)
        .send(body),
    async stop() {
      await backend.stop();
      await sandbox.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
