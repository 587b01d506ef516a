import fc from 'fast-check';
import { crdSchema, hasCrds } from '../../integrations/__testUtils__/crdSchema';
import { parseQuantity } from '@millrace/backstage-plugin-data-platform-common';
import { claimObject } from './claimObject';
import { containerResources, podSize } from './containerResources';
import { notebookObject } from './notebookObject';
import { NotebookParts, PlannedVolume, WorkspaceParts } from './NotebookPlan';
import { workspaceObject } from './workspaceObject';

const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,18}[a-z0-9])?$/);
const label = fc.dictionary(name, fc.constantFrom('true', 'x'), { maxKeys: 3 });
const gpu = fc.option(
  fc.record({
    key: fc.constantFrom('nvidia.com/gpu', 'amd.com/gpu'),
    count: fc.integer({ min: 1, max: 8 }),
  }),
  { nil: undefined },
);
const size = fc.record({
  cpu: fc.constantFrom('0.5', '1', '250m', '16'),
  memory: fc.constantFrom('1Gi', '512Mi', '1.5Gi', '64Gi'),
  limitFactor: fc.constantFrom(0, 1, 1.2, 2),
  gpu,
});
const volumes: fc.Arbitrary<PlannedVolume[]> = fc.uniqueArray(
  fc.record({
    claim: fc.oneof(name, fc.constant('dshm')),
    mountPath: name.map(each => `/${each}`),
    role: fc.constantFrom('home' as const, 'data' as const),
    field: fc.constant('home'),
  }),
  { maxLength: 4, selector: ({ claim }) => claim },
);
const identity = {
  name,
  namespace: name,
  labels: label,
  annotations: label,
};
const notebook: fc.Arbitrary<NotebookParts> = fc
  .tuple(
    size,
    fc.record({
      ...identity,
      image: fc.constant('registry.example.com/jupyter:1'),
      group: fc.constantFrom('jupyter', 'code-server', 'rstudio'),
      volumes,
      shm: fc.boolean(),
      serviceAccount: fc.option(name, { nil: undefined }),
      environment: fc.array(fc.record({ name, value: fc.string() }), {
        maxLength: 3,
      }),
      tolerations: fc.option(
        fc.constant([{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }]),
        { nil: undefined },
      ),
      affinity: fc.option(fc.constant({ podAntiAffinity: {} }), {
        nil: undefined,
      }),
    }),
  )
  .map(([sized, rest]) => ({ ...sized, ...rest } as NotebookParts));
const workspace: fc.Arbitrary<WorkspaceParts> = fc.record({
  ...identity,
  title: fc.option(fc.string({ minLength: 1, maxLength: 80 }), {
    nil: undefined,
  }),
  kind: name,
  imageConfig: name,
  podConfig: name,
  // A path has two characters at least.
  volumes: volumes.map(all =>
    all.map((each, index) => ({
      ...each,
      mountPath: `/mnt${each.mountPath}`,
      role: index === 0 ? ('home' as const) : ('data' as const),
    })),
  ),
  podLabels: label,
});

describe('a Notebook', () => {
  it('mounts what it declares, under names that are there once', () => {
    fc.assert(
      fc.property(notebook, parts => {
        const { spec } = (notebookObject(parts) as any).spec.template;
        const declared = spec.volumes.map((each: any) => each.name);
        const mounted = spec.containers[0].volumeMounts.map(
          (each: any) => each.name,
        );
        expect(new Set(declared).size).toBe(declared.length);
        expect([...mounted].sort()).toEqual([...declared].sort());
        expect(spec.containers[0].name).toBe(parts.name);
      }),
    );
  });

  it('never asks for more than its limit', () => {
    fc.assert(
      fc.property(size, wanted => {
        const { requests, limits = {} } = containerResources(wanted);
        const tooLow = ['cpu', 'memory'].filter(key => {
          const limit = limits[key] && parseQuantity(limits[key]);
          return limit && limit < parseQuantity(requests[key])!;
        });
        expect(tooLow).toEqual([]);
        expect(podSize(wanted).gpu).toEqual(wanted.gpu);
        expect(limits['nvidia.com/gpu'] ?? limits['amd.com/gpu']).toBe(
          wanted.gpu && String(wanted.gpu.count),
        );
      }),
    );
  });
});

it('makes a claim that one server mounts', () => {
  expect(
    claimObject(
      {
        claim: 'a-home',
        mountPath: '/home',
        role: 'home',
        field: 'home',
        create: { size: '5Gi', storageClass: 'fast' },
      },
      'sales',
    ).spec,
  ).toEqual({
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '5Gi' } },
    storageClassName: 'fast',
  });
});

const describeCrds = hasCrds ? describe : describe.skip;

describeCrds(
  "the controllers' own schemas (skipped where ../shared/specs is absent)",
  () => {
    it('accept whatever the form can build of generation 1', () => {
      const check = crdSchema(
        'kubeflow-notebooks/kubeflow.org_notebooks.rendered.yaml',
        'v1',
      );
      fc.assert(
        fc.property(notebook, parts => {
          const ok = check(notebookObject(parts));
          expect(ok ? [] : check.errors).toEqual([]);
        }),
      );
    });

    it('accept whatever the form can build of generation 2', () => {
      const check = crdSchema(
        'kubeflow-notebooks-v2/kubeflow.org_workspaces.yaml',
        'v1beta1',
      );
      fc.assert(
        fc.property(workspace, parts => {
          const ok = check(workspaceObject(parts));
          expect(ok ? [] : check.errors).toEqual([]);
        }),
      );
    });
  },
);
