import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import {
  contextOf,
  projected,
} from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { samplesOf } from '../__testUtils__/samples';
import { textAt } from '../../values/field';
import { CONNECT_STATES } from './connectNames';
import { sparkConnect } from './sparkConnect';

const samples = samplesOf('SparkConnect');
const expected: Record<string, unknown> = parse(
  readFileSync(
    resolve(__dirname, '../__fixtures__/expected/connect.yaml'),
    'utf8',
  ),
);

describe('verdicts on samples of a SparkConnect', () => {
  it.each(samples)('$title', ({ title, object, context }) => {
    const { health, outcome, reason, message, nextStep, since } =
      sparkConnect.assess(projected(sparkConnect, object), context);
    expect(outcome).toBeUndefined();
    expect({
      health,
      reason,
      message,
      ...(nextStep && { nextStep }),
      since: since?.slice(11, 19) ?? '',
    }).toEqual(expected[title]);
  });

  it('expects nothing of a sample that is not there', () => {
    expect(Object.keys(expected).sort()).toEqual(
      samples.map(({ title }) => title).sort(),
    );
  });

  it('has a sample of every state', () => {
    const seen = new Set(
      samples.map(({ object }) => textAt(object.status, 'state') ?? ''),
    );
    expect(CONNECT_STATES.filter(state => !seen.has(state))).toEqual([]);
  });
});

describe('a SparkConnect', () => {
  const ready = samples.find(
    ({ title }) => title === 'Ready with its executors',
  )!;
  const kept = projected(sparkConnect, ready.object);

  it('tells where clients connect to, and how many executors there are', () => {
    const facts = sparkConnect.facts!(kept, ready.context);
    expect(facts).toContainEqual({
      key: 'endpoint',
      label: 'Endpoint',
      value: 'sc://notebooks-server.sales:15002',
    });
    expect(facts).toContainEqual(
      expect.objectContaining({ key: 'executors', value: '2 of 2' }),
    );
  });

  it('is reached by the service that its definition names', () => {
    const named: any = structuredClone(ready.object);
    named.spec.server.service = { metadata: { name: 'connect' } };
    named.status = undefined;
    expect(
      sparkConnect.facts!(projected(sparkConnect, named), contextOf())[0],
    ).toMatchObject({ value: 'sc://connect.sales:15002' });
  });

  it('finds its pods by their label', () => {
    const [pods] = sparkConnect.related!;
    const ownerOf = (labels: Record<string, string>) =>
      pods.type === 'pods' &&
      pods.ownerOf({ namespace: 'sales', labels } as any);
    expect(ownerOf({ 'sparkoperator.k8s.io/connect-name': 'a' })).toBe(
      'sales/a',
    );
    expect(ownerOf({ 'sparkoperator.k8s.io/app-name': 'a' })).toBeUndefined();
  });

  it('can be deleted, and only once', () => {
    const [remove] = sparkConnect.operations!;
    expect(remove.availability(kept, { now: 0 })).toBe(true);
    expect(remove.plan(kept, {} as any)).toEqual([
      expect.objectContaining({
        verb: 'delete',
        target: {
          apiVersion: 'sparkoperator.k8s.io/v1alpha1',
          kind: 'SparkConnect',
          plural: 'sparkconnects',
          namespace: 'sales',
          name: 'notebooks',
          uid: 'uid-notebooks',
        },
      }),
    ]);
    const leaving = {
      ...kept,
      metadata: { ...kept.metadata, deletionTimestamp: '2026-11-22T11:59:00Z' },
    };
    expect(remove.availability(leaving, { now: 0 })).toMatch(/deleted/);
  });

  it('is a Spark application as long as its container runs', () => {
    const session = sparkConnect.spark!(kept, ready.context);
    expect(session).toEqual({
      id: expect.stringMatching(/^\S+ \d+$/),
      application: {
        driver: { pod: 'notebooks-server', port: 4040 },
        executorMemoryBytes: expect.any(Number),
      },
    });
    const again = structuredClone(ready.context);
    const server: any = again.pods.find(
      ({ name }) => name === 'notebooks-server',
    );
    server.containers[0].running.startedAt += 60_000;
    expect(sparkConnect.spark!(kept, again)?.id).not.toBe(session?.id);
    server.containers[0].running = undefined;
    expect(sparkConnect.spark!(kept, again)).toBeUndefined();
    expect(
      sparkConnect.spark!(kept, { ...ready.context, pods: [] }),
    ).toBeUndefined();
  });

  it('owes its operator nothing once it has a state', () => {
    const trace = (status: unknown) =>
      sparkConnect.operatorTrace!({ ...kept, status }, ready.context);
    expect(trace(kept.status)).toMatchObject({ touched: true });
    expect(trace(kept.status).owes).toBeUndefined();
    expect(trace(undefined)).toMatchObject({
      touched: false,
      owes: { what: 'pick-up' },
    });
  });
});
