import { IncomingMessage } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SandboxApi } from '@millrace/sandbox';
import request from 'supertest';
import { startOnSandbox } from '../../__testUtils__/startOnSandbox';
import { addClusterContent, NAMES } from './clusterContent';
import { authorizationOf, Person, personServices } from './Persons';

const API = '/api/data-platform';
/** A live object that calls are made about. */
export interface Known {
  id: string;
  name: string;
  runId: string;
  pod: string;
}

/** The demo's two domains with a running job in each, and everybody who may ask for them. */
export interface World {
  own: Known;
  foreign: Known;
  /** Ids of other live objects of the own domain. */
  others: Readonly<
    Record<
      Exclude<keyof typeof NAMES, 'own' | 'foreign' | 'foreignNotebook'>,
      string
    >
  >;
  /** Key of what can be adopted as a job. */
  adoptable: string;
  /** Operations by which the owner has made a product, a job and a series of runs with the portal, the last under way. */
  made: readonly string[];
  call(
    person: Person,
    method: string,
    url: string,
    body?: object,
  ): Promise<Answer>;
  /** Only the status: the answer has no end. */
  open(person: Person, url: string): Promise<number>;
  /** Of the plugin's API. */
  url: string;
  /** What it gives, as soon as it gives something. */
  until<T>(attempt: () => Promise<T | undefined>): Promise<T>;
  stop(): Promise<void>;
}

export interface Answer {
  status: number;
  body: any;
  text: string;
}

type Portal = Awaited<ReturnType<typeof startOnSandbox>>;

/** What the owner makes with the portal. */
const MADE = [
  {
    operation: 'product:create',
    input: {
      name: 'returns-product',
      domain: 'domain:default/sales',
      outputPort: { name: 'returns-daily' },
    },
  },
  {
    operation: 'spark-job:create',
    input: {
      name: 'returns-job',
      product: 'system:default/orders-product',
      example: 'pyspark-pi',
      executor: { instances: 1, cores: 1, memory: '1g' },
    },
  },
  {
    operation: 'spark-job:backfill',
    entityRef: 'component:default/orders-enrich',
    input: {
      from: '2026-01-01',
      to: '2026-01-09',
      dateArgument: '--date={date}',
    },
  },
];

/** @param prepare - what else is on the cluster */
export async function startWorld(
  prepare: (api: SandboxApi) => void = () => {},
  features: Parameters<typeof startOnSandbox>[1] = personServices,
): Promise<World> {
  const portal = await startOnSandbox(api => {
    addClusterContent(api);
    prepare(api);
  }, features);
  const call = caller(portal);
  const own = await running(call, NAMES.own);
  const foreign = await running(call, NAMES.foreign);
  const idOf = (name: string) =>
    until<string>(async () => {
      const list = await call('admin', 'get', `/v1/resources?q=${name}`);
      return list.body.items?.[0]?.id;
    });
  /** Id, once it has its entity. */
  const entityOf = (name: string) =>
    until<string>(async () => {
      const list = await call('admin', 'get', `/v1/notebook-servers?q=${name}`);
      const [found] = list.body.items ?? [];
      return found?.entityRef && found.resource.id;
    });
  const others = {
    schedule: await idOf(NAMES.schedule),
    connect: await idOf(NAMES.connect),
    apache: await idOf(NAMES.apache),
    cluster: await idOf(NAMES.cluster),
    loose: await idOf(NAMES.loose),
    notebook: await entityOf(NAMES.notebook),
  };
  await entityOf(NAMES.foreignNotebook);
  const adoptable = await until<string>(async () => {
    const at = `/v1/adoption?q=${NAMES.loose}`;
    const { body } = await call('owner', 'get', at);
    return body.jobs?.[0]?.key;
  });
  const made: string[] = [];
  for (const operation of MADE) made.push(await make(call, operation));
  return {
    own,
    foreign,
    others,
    adoptable,
    made,
    call,
    url: `http://127.0.0.1:${
      (portal.server.address() as AddressInfo).port
    }${API}`,
    until,
    stop: () => portal.stop(),
    open: async (person, url) => {
      const { status } = await request(portal.server)
        .get(`${API}${url}`)
        .set('Authorization', authorizationOf(person))
        .buffer(false)
        .parse((res, done) => {
          (res as unknown as IncomingMessage).destroy();
          done(null, undefined);
        });
      return status;
    },
  };
}

function caller({ server }: Portal): World['call'] {
  return async (person, method, url, body) => {
    const sent = request(server)
      [method as 'get' | 'post'](`${API}${url}`)
      .set('Authorization', authorizationOf(person));
    const {
      status,
      body: parsed,
      text,
    } = await (body ? sent.send(body) : sent);
    return { status, body: parsed, text: text ?? '' };
  };
}

/** Runs an operation as the owner: to its end, but for a series. */
async function make(
  call: World['call'],
  operation: (typeof MADE)[number],
): Promise<string> {
  const { body } = await call('owner', 'post', '/v1/operations', operation);
  if (operation.operation === 'spark-job:backfill' && body.id) return body.id;
  const end = await call('owner', 'get', `/v1/operations/${body.id}?wait=20`);
  if (end.body.state !== 'done') {
    throw new Error(JSON.stringify([body, end.body]));
  }
  return body.id;
}

/** Once it has a run and a pod that runs. */
function running(call: World['call'], name: string): Promise<Known> {
  return until(async () => {
    const list = await call('admin', 'get', `/v1/resources?q=${name}`);
    const [row] = list.body.items ?? [];
    const detail =
      row && (await call('admin', 'get', `/v1/resources/${row.id}`));
    const pod = detail?.body.pods?.find(
      (each: { phase: string }) => each.phase === 'Running',
    );
    return detail?.body.runId && pod
      ? { id: row.id, name, runId: detail.body.runId, pod: pod.name }
      : undefined;
  });
}

async function until<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const result = await attempt();
    if (result !== undefined) return result;
    if (Date.now() > end) throw new Error(`Not in 60 s: ${attempt}`);
    await sleep(50);
  }
}
