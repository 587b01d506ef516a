import { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createServiceFactory,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import dataPlatform from '@millrace/backstage-plugin-data-platform-backend';
import lakefs from '@millrace/backstage-plugin-data-platform-backend-module-lakefs';
import request from 'supertest';
import { FaultyProxy } from './FaultyProxy';
import { authorizationOf, Person, personServices } from './persons';
import { TestLakefs } from './TestLakefs';

/** What only the other domain knows: no answer to `owner` may hold it. */
export const FOREIGN_REPO = 'stock-canary-foreign';
export const OWN_REPO = 'sales-canary-own';
export const WEBHOOK_SECRET = 'canary-webhook-secret';
const BRANCHES = ['clash', 'spare', 'done', 'lost'];

export interface Answer {
  status: number;
  body: any;
  text: string;
}

/** Two domains with a repository each on one server, everybody who may ask for them, and a portal. */
export class LakefsWorld {
  readonly lake: TestLakefs;
  /** Between the portal and the server. */
  readonly proxy: FaultyProxy;
  readonly logs: string[] = [];
  /** Id of the row of a branch or a repository, by name. */
  readonly ids = new Map<string, string>();
  /** Id of a check that ran, by repository. */
  readonly checks = new Map<string, string>();
  #backend: TestBackend | undefined;

  private constructor(lake: TestLakefs) {
    this.lake = lake;
    this.proxy = new FaultyProxy(lake.config.endpoint);
  }

  /** @param server - more of its configuration */
  static async start(server: object = {}): Promise<LakefsWorld> {
    const lake = await TestLakefs.start();
    for (const repo of [OWN_REPO, FOREIGN_REPO]) await fill(lake, repo);
    const world = new LakefsWorld(lake);
    await world.#open(server);
    return world;
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
    await this.proxy.stop();
    await this.lake.stop();
  }

  async call(
    person: Person,
    method: string,
    url: string,
    body?: object,
  ): Promise<Answer> {
    const server = this.#backend!.server as unknown as Server;
    const sent = request(server)
      [method as 'get' | 'post'](`/api/data-platform${url}`)
      .set('Authorization', authorizationOf(person));
    const answer = await (body ? sent.send(body) : sent);
    return { status: answer.status, body: answer.body, text: answer.text };
  }

  async #open(extra: object): Promise<void> {
    const endpoint = await this.proxy.start();
    this.#backend = await startTestBackend({
      features: [
        dataPlatform,
        lakefs,
        ...personServices,
        recordingLogger(this.logs),
        catalogServiceMock.factory({ entities: entities() }),
        mockServices.rootConfig.factory({
          data: this.#config(endpoint, extra),
        }),
      ],
    });
    await this.until(async () => {
      const { body } = await this.call('admin', 'get', '/v1/lakefs/branches');
      for (const { name, repository, resource } of body.items) {
        this.ids.set(`${repository}/${name}`, resource.id);
      }
      const joined = body.items.every(
        ({ resource }: { resource: { entityRef?: string } }) =>
          resource.entityRef,
      );
      return body.total === 2 * (BRANCHES.length + 1) && joined;
    });
    for (const repo of [OWN_REPO, FOREIGN_REPO]) {
      await this.lake.api('DELETE', `repositories/${repo}/branches/lost`);
      await this.nudge(repo);
    }
    await this.until(async () => {
      const { body } = await this.call('admin', 'get', '/v1/lakefs/branches');
      return body.total === 2 * BRANCHES.length;
    });
  }

  /** Has the portal look at a repository now. */
  async nudge(repo: string): Promise<void> {
    await request(this.#backend!.server as unknown as Server)
      .post('/api/data-platform/v1/lakefs/webhook/lake')
      .set('x-millrace-secret', WEBHOOK_SECRET)
      .send({ repository_id: repo });
  }

  /** Has a check run on a repository, for {@link checks}. It calls nobody, and fails. */
  async check(repo: string): Promise<void> {
    const check = {
      name: 'nobody',
      on: { 'post-commit': { branches: ['done'] } },
      hooks: [
        {
          ...{ id: 'nobody', type: 'webhook' },
          properties: { url: 'http://127.0.0.1:9/' },
        },
      ],
    };
    const path = '_lakefs_actions/nobody.yaml';
    await this.lake.put(repo, 'done', path, JSON.stringify(check));
    await this.lake.commit(repo, 'done');
    await this.until(async () => {
      const at = `/v1/lakefs/repositories/lake/${repo}/checks`;
      const [run] = (await this.call('admin', 'get', at)).body.items;
      if (run) this.checks.set(repo, run.id);
      return run !== undefined;
    });
  }

  async until(holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 30_000;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`Not in 30 s: ${holds}`);
      await sleep(50);
    }
  }

  #config(endpoint: string, extra: object) {
    return {
      app: { baseUrl: 'https://portal.example.com' },
      dataPlatform: {
        lakefs: {
          servers: [
            {
              name: 'lake',
              ...this.lake.config,
              endpoint,
              webhookSecret: WEBHOOK_SECRET,
              ...extra,
              domains: [
                { domain: 'domain:default/sales', repositories: ['sales-*'] },
                { domain: 'domain:default/stock', repositories: ['stock-*'] },
              ],
            },
          ],
        },
      },
    };
  }
}

/** Keeps all that is logged. */
function recordingLogger(logs: string[]) {
  const log = (text: string, meta?: unknown) => {
    logs.push(`${text} ${JSON.stringify(meta ?? '')}`);
  };
  const logger: LoggerService = {
    ...{ debug: log, info: log, warn: log },
    error: (text, meta) => log(text, meta instanceof Error ? meta.stack : meta),
    child: () => logger,
  };
  return createServiceFactory({
    service: coreServices.logger,
    deps: {},
    factory: () => logger,
  });
}

/** With a conflict on `clash`, an action, uncommitted data, and a commit that claims to be the portal's. */
async function fill(lake: TestLakefs, repo: string): Promise<void> {
  await lake.repository(repo, BRANCHES);
  await lake.put(repo, 'clash', 'tables/orders/a.csv', 'id,n\n1,3\n');
  await lake.commit(repo, 'clash', {
    'millrace.dev/user': 'user:default/mallory',
    'millrace.dev/task': 'no-such-operation',
    'millrace.dev/link': `${'javascript'}:alert(1)`,
  });
  await lake.put(repo, 'main', 'tables/orders/a.csv', 'id,n\n1,40\n');
  await lake.commit(repo, 'main');
  await lake.put(repo, 'done', 'tables/prices/1.csv', 'id\n1\n');
  await lake.commit(repo, 'done');
  await lake.put(repo, 'spare', 'tables/notes.txt', 'not committed');
  await lake.api('POST', `repositories/${repo}/tags`, {
    id: 'v1',
    ref: 'main',
  });
}

function entities(): Entity[] {
  return [
    ...entitiesOf('sales', OWN_REPO, 'group:default/owners'),
    ...entitiesOf('stock', FOREIGN_REPO, 'group:default/others'),
  ];
}

/** A domain, a product of it, and the repository as a Resource of the product. */
function entitiesOf(domain: string, repo: string, owner: string): Entity[] {
  const apiVersion = 'backstage.io/v1alpha1';
  return [
    {
      apiVersion,
      kind: 'Domain',
      metadata: { name: domain },
      spec: { type: 'data-domain', owner },
    },
    {
      apiVersion,
      kind: 'System',
      metadata: { name: `${domain}-product` },
      spec: { type: 'data-product', owner, domain },
    },
    {
      apiVersion,
      kind: 'Resource',
      metadata: {
        name: repo,
        annotations: {
          'millrace.dev/source': 'lake',
          'millrace.dev/repository': repo,
        },
      },
      spec: {
        type: 'lakefs-repository',
        owner,
        system: `${domain}-product`,
      },
    },
  ];
}
