import { ManualClock } from '../clock/ManualClock';
import { readCrdFiles } from '../crdFiles';
import { CRDS_FOLDER } from '../folders';
import { POD_DEFAULTS, PODS } from '../controllers/refs';
import { Sandbox } from '../api/Sandbox';
import { NAMESPACES, SERVICE_ACCOUNTS } from '../testing/refs';

function setUp() {
  const { api } = new Sandbox({
    clock: new ManualClock(),
    crds: readCrdFiles(CRDS_FOLDER),
  });
  api.create(NAMESPACES, undefined, { metadata: { name: 'n' } });
  api.create(SERVICE_ACCOUNTS, 'n', { metadata: { name: 'default' } });
  const add = (name: string, spec: object) =>
    api.create(POD_DEFAULTS, 'n', {
      metadata: { name },
      spec: { selector: { matchLabels: { [name]: 'true' } }, ...spec },
    });
  const create = (labels: Record<string, string>, container: object = {}) =>
    api.create(PODS, 'n', {
      metadata: { name: 'p', labels },
      spec: { containers: [{ name: 'main', image: 'i:1', ...container }] },
    });
  return { add, create };
}

const LAKE = {
  env: [{ name: 'ENDPOINT', value: 'http://lake' }],
  volumes: [{ name: 'scratch', emptyDir: {} }],
  volumeMounts: [{ name: 'scratch', mountPath: '/scratch' }],
  labels: { lakeside: 'yes' },
  annotations: { note: 'lake' },
  tolerations: [{ key: 'gpu', operator: 'Exists' }],
};

it('adds to pods with its label what it says', () => {
  const { add, create } = setUp();
  const made = add('lake', LAKE);
  const { metadata, spec } = create(
    { lake: 'true' },
    {
      env: [{ name: 'OWN', value: '1' }],
    },
  );
  expect(spec.containers[0]).toMatchObject({
    env: [{ name: 'OWN', value: '1' }, ...LAKE.env],
    volumeMounts: LAKE.volumeMounts,
  });
  expect(spec.volumes).toEqual(LAKE.volumes);
  expect(spec.tolerations).toEqual(LAKE.tolerations);
  expect(metadata.labels).toEqual({ lake: 'true', lakeside: 'yes' });
  expect(metadata.annotations).toEqual({
    note: 'lake',
    'poddefault.admission.kubeflow.org/poddefault-lake':
      made.metadata.resourceVersion,
  });
});

it('leaves other pods alone', () => {
  const { add, create } = setUp();
  add('lake', LAKE);
  const { metadata, spec } = create({});
  expect(spec.containers[0].env).toBeUndefined();
  expect(metadata.annotations).toBeUndefined();
});

it('selects by expressions too', () => {
  const { add, create } = setUp();
  add('lake', {
    ...LAKE,
    selector: {
      matchExpressions: [
        { key: 'tier', operator: 'In', values: ['a', 'b'] },
        { key: 'lake', operator: 'DoesNotExist' },
      ],
    },
  });
  expect(create({ tier: 'b' }).spec.volumes).toEqual(LAKE.volumes);
});

it('refuses a pod that two of them, or one and the pod, disagree about', () => {
  const { add, create } = setUp();
  add('lake', { env: [{ name: 'ENDPOINT', value: 'http://lake' }] });
  add('pond', { env: [{ name: 'ENDPOINT', value: 'http://pond' }] });
  expect(() => create({ lake: 'true', pond: 'true' })).toThrow(
    'admission webhook "admission-webhook-deployment.kubeflow.org" denied the request: conflict occurred while applying poddefaults: lake,pond on pod: p err: [merging env has a conflict on ENDPOINT]',
  );
  expect(() =>
    create({ lake: 'true' }, { env: [{ name: 'ENDPOINT', value: 'mine' }] }),
  ).toThrow('conflict occurred');
  expect(
    create({ lake: 'true' }, { env: LAKE.env }).spec.containers[0].env,
  ).toEqual(LAKE.env);
});
