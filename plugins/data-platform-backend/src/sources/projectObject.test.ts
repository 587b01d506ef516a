import fc from 'fast-check';
import { sparkDefinition } from './__testUtils__/sparkIntegration';
import { projectObject } from './projectObject';

const project = (raw: unknown, onFault = jest.fn()) =>
  projectObject(raw, sparkDefinition, 'v1beta2', onFault);

describe('projectObject', () => {
  it('keeps allow-listed metadata and what the definition keeps', () => {
    expect(
      project({
        apiVersion: 'evil/v9',
        kind: 'Other',
        metadata: {
          name: 'a',
          namespace: 'sales',
          uid: 'u',
          resourceVersion: 'v1',
          generation: 2,
          creationTimestamp: '2026-11-22T09:00:00Z',
          deletionTimestamp: '2026-11-22T09:30:00Z',
          labels: { a: 'b', n: 1, bad: {} },
          annotations: {
            'millrace.dev/started-by': 'user:default/ada',
            'backstage.io/kubernetes-label-selector': 'x=y',
            'kubectl.kubernetes.io/last-applied-configuration': 'CANARY',
          },
          managedFields: [{ manager: 'CANARY' }],
          ownerReferences: [
            {
              apiVersion: 'v1',
              kind: 'X',
              name: 'o',
              uid: 'ou',
              controller: true,
              blockOwnerDeletion: true,
            },
            { name: 'no uid' },
          ],
          finalizers: ['f'],
        },
        spec: { type: 'Scala', sparkConf: { password: 'CANARY' } },
        data: 'CANARY',
      }),
    ).toEqual({
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'SparkApplication',
      metadata: {
        name: 'a',
        namespace: 'sales',
        uid: 'u',
        resourceVersion: 'v1',
        generation: 2,
        creationTimestamp: '2026-11-22T09:00:00Z',
        deletionTimestamp: '2026-11-22T09:30:00Z',
        finalizers: ['f'],
        labels: { a: 'b', n: '1' },
        annotations: {
          'millrace.dev/started-by': 'user:default/ada',
          'backstage.io/kubernetes-label-selector': 'x=y',
        },
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'X',
            name: 'o',
            uid: 'ou',
            controller: true,
          },
        ],
      },
      spec: { type: 'Scala' },
      status: undefined,
    });
  });

  it('does not let a label reach the prototype', () => {
    const raw = JSON.parse(
      '{"metadata":{"name":"a","uid":"u","labels":{"__proto__":"x","constructor":"y"}}}',
    );
    const { labels } = project(raw)!.metadata;
    expect(Object.getPrototypeOf(labels)).toBe(Object.prototype);
    expect(Object.keys(labels!)).toEqual(['__proto__', 'constructor']);
  });

  it('keeps the metadata when the definition fails', () => {
    const onFault = jest.fn();
    const object = projectObject(
      { metadata: { name: 'a', uid: 'u' }, spec: { type: 'x' } },
      {
        ...sparkDefinition,
        keep: () => {
          throw new Error('boom');
        },
      },
      'v1',
      onFault,
    );
    expect(object).toEqual({
      apiVersion: 'sparkoperator.k8s.io/v1',
      kind: 'SparkApplication',
      metadata: { name: 'a', uid: 'u' },
    });
    expect(onFault).toHaveBeenCalledTimes(1);
  });

  it('takes anything', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({
            metadata: fc.record({
              name: fc.string({ minLength: 1 }),
              uid: fc.string({ minLength: 1 }),
              labels: fc.anything(),
              annotations: fc.anything(),
              ownerReferences: fc.anything(),
              generation: fc.anything(),
            }),
            spec: fc.anything(),
          }),
        ),
        raw => {
          expect(() => project(raw)).not.toThrow();
        },
      ),
    );
  });
});
