import { crdSchema, hasCrds } from '../__testUtils__/crdSchema';
import { samplesOf } from './__testUtils__/samples';

const describeCrds = hasCrds ? describe : describe.skip;

/** Of a controller that is newer than the schema. */
const NEWER = /newer controller/;

describeCrds(
  "samples against the controllers' own schemas (skipped where ../shared/specs is absent)",
  () => {
    const notebooks = 'kubeflow-notebooks/kubeflow.org_notebooks.yaml';
    const schemas: Record<string, ReturnType<typeof crdSchema>> = {
      'kubeflow.org/v1 Notebook': crdSchema(notebooks, 'v1'),
      'kubeflow.org/v1beta1 Notebook': crdSchema(notebooks, 'v1beta1'),
      'kubeflow.org/v1beta1 Workspace': crdSchema(
        'kubeflow-notebooks-v2/kubeflow.org_workspaces.yaml',
        'v1beta1',
      ),
    };
    const samples = [
      ...samplesOf('Notebook'),
      ...samplesOf('Workspace'),
    ].filter(({ title }) => !NEWER.test(title));

    it.each(samples)('$file: $title', ({ object }) => {
      const check = schemas[`${object.apiVersion} ${object.kind}`];
      // A merge patch removes by null; a server has no nulls there.
      const stored = JSON.parse(
        JSON.stringify(object, (_, value) =>
          value === null ? undefined : value,
        ),
      );
      const ok = check(stored);
      expect(ok ? [] : check.errors).toEqual([]);
    });

    it('holds a sample that is wrong against it', () => {
      const [sample] = samplesOf('Workspace');
      const wrong: any = structuredClone(sample.object);
      wrong.spec.podTemplate.options = {};
      expect(schemas['kubeflow.org/v1beta1 Workspace'](wrong)).toBe(false);
    });
  },
);
