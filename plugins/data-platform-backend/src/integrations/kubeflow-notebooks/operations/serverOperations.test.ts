import {
  KubernetesObject,
  MountedClaim,
} from '@millrace/backstage-plugin-data-platform-node';
import { projected } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { allSamples, samplesOf } from '../__testUtils__/samples';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const named = (title: string) =>
  allSamples().find(sample => sample.title === title)!;

function operationsOf(title: string) {
  const { definition, object, context } = named(title);
  const kept = projected(definition, object);
  const claims: MountedClaim[] = context.claims.map(claim => ({
    ...claim,
    sharedWith: [],
  }));
  const input = {
    values: {},
    actor: 'user:default/ada',
    operationId: 'o1',
    now: NOW,
    pods: context.pods,
    claims,
  };
  const find = (id: string) =>
    definition.operations!.find(each => each.id === id)!;
  return { find, kept, input };
}

function availability(title: string): Record<string, true | string> {
  const { find, kept, input } = operationsOf(title);
  return Object.fromEntries(
    ['stop', 'start', 'restart', 'delete'].map(what => [
      what,
      find(`notebook:${what}`).availability(kept, input),
    ]),
  );
}

it.each([
  [
    'in use',
    {
      stop: true,
      start: 'It is started already.',
      restart: true,
      delete: true,
    },
  ],
  [
    'stopped',
    {
      stop: 'It is stopped already.',
      start: true,
      restart: 'It is stopped: start it instead.',
      delete: true,
    },
  ],
  [
    'started while its pod ends',
    {
      stop: true,
      start: 'It is started already.',
      restart: 'Its pod is ending already.',
      delete: true,
    },
  ],
  [
    'Paused',
    {
      stop: 'It is stopped already.',
      start: true,
      restart: 'It is stopped: start it instead.',
      delete: true,
    },
  ],
  [
    'a finalizer holds it',
    {
      stop: 'It is being deleted already.',
      start: 'It is being deleted already.',
      restart: 'It is being deleted already.',
      delete: 'It is being deleted already.',
    },
  ],
])('what can be done with one that is %s', (title, expected) => {
  expect(availability(title)).toEqual(expected);
});

it('stops and starts a Notebook by its annotation, and marks that it was the portal', () => {
  const { find, kept, input } = operationsOf('in use');
  expect(find('notebook:stop').plan(kept, input)).toEqual([
    expect.objectContaining({
      verb: 'patch',
      target: expect.objectContaining({ kind: 'Notebook', uid: 'uid-lab' }),
      patch: {
        metadata: {
          annotations: {
            'kubeflow-resource-stopped': '2026-11-22T12:00:00Z',
            'millrace.dev/notebook-stopped-at': '2026-11-22T12:00:00Z',
          },
        },
      },
    }),
  ]);
  expect(find('notebook:start').plan(kept, input)[0]).toMatchObject({
    patch: {
      metadata: {
        annotations: {
          'kubeflow-resource-stopped': null,
          'millrace.dev/notebook-stopped-at': null,
        },
      },
    },
  });
});

it('pauses and resumes a Workspace', () => {
  const { find, kept, input } = operationsOf('Running');
  expect(find('notebook:stop').plan(kept, input)[0]).toMatchObject({
    target: { apiVersion: 'kubeflow.org/v1beta1', plural: 'workspaces' },
    patch: { spec: { paused: true } },
  });
  expect(find('notebook:start').plan(kept, input)[0]).toMatchObject({
    patch: { spec: { paused: false } },
  });
});

it('restarts by deleting that very pod', () => {
  const { find, kept, input } = operationsOf('in use');
  expect(find('notebook:restart').plan(kept, input)).toEqual([
    expect.objectContaining({
      verb: 'delete',
      target: {
        apiVersion: 'v1',
        kind: 'Pod',
        plural: 'pods',
        namespace: 'sales',
        name: 'lab-0',
        uid: 'uid-lab-0',
      },
    }),
  ]);
});

describe('delete', () => {
  const plan = (values: object, change: Partial<MountedClaim> = {}) => {
    const { find, kept, input } = operationsOf('Running');
    const claims = input.claims.map(claim => ({ ...claim, ...change }));
    const given = { ...input, values: values as any, claims };
    const remove = find('notebook:delete');
    return {
      deleted: remove
        .plan(kept as KubernetesObject, given)
        .map(write => (write as any).target.name),
      told: remove.findings!(kept, given).map(({ message }) => message),
    };
  };

  it('keeps all volumes unless asked otherwise', () => {
    expect(plan({})).toEqual({
      deleted: ['lab'],
      told: [
        'Volume `lab-home` (10Gi) is kept, with all that lies on it.',
        'Volume `orders` (10Gi) is kept, with all that lies on it.',
      ],
    });
  });

  it('deletes what was made for the server, and nothing else', () => {
    expect(plan({ volumes: 'delete' })).toEqual({
      deleted: ['lab', 'lab-home'],
      told: [
        'Volume `lab-home` (10Gi) is deleted with all that lies on it.',
        'Volume `orders` (10Gi) is kept, because it was not made for this server.',
      ],
    });
  });

  it('never deletes what another server mounts', () => {
    const shared = { sharedWith: ['Notebook other'] };
    expect(plan({ volumes: 'delete' }, shared)).toMatchObject({
      deleted: ['lab'],
      told: [
        'Volume `lab-home` (10Gi) is kept, because Notebook other mounts it as well.',
        expect.any(String),
      ],
    });
  });
});

it('asks before what destroys something', () => {
  const { definition } = samplesOf('Notebook')[0];
  expect(
    definition.operations!.map(({ id, confirmation }) => [id, !!confirmation]),
  ).toEqual([
    ['notebook:stop', true],
    ['notebook:start', false],
    ['notebook:restart', true],
    ['notebook:delete', true],
  ]);
});
