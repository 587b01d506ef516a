import { crdSchema, hasCrds } from '../__testUtils__/crdSchema';
import { samplesOf } from './__testUtils__/samples';

/** No sample has them. */
const UNUSED = [
  'driverSpec',
  'executorSpec',
  'driverHttpRouteList',
  'driverGrpcRouteList',
  'driverServiceIngressList',
  'masterSpec',
  'workerSpec',
];
const FOLDER = 'apache-spark-kubernetes-operator';
const describeCrds = hasCrds ? describe : describe.skip;
/** Of an operator that is newer than the schema. */
const NEWER = /nobody knows yet|held by|spec\.suspend/;

describeCrds(
  "samples against the operator's own schema (skipped where ../shared/specs is absent)",
  () => {
    const schemas = {
      'SparkApplication v1': crdSchema(
        `${FOLDER}/sparkapplications.spark.apache.org-v1.yaml`,
        'v1',
        UNUSED,
      ),
      'SparkApplication v1beta1': crdSchema(
        `${FOLDER}/sparkapplications.spark.apache.org-v1.yaml`,
        'v1beta1',
        UNUSED,
      ),
      'SparkCluster v1': crdSchema(
        `${FOLDER}/sparkclusters.spark.apache.org-v1.yaml`,
        'v1',
        UNUSED,
      ),
    };
    const samples = [
      ...samplesOf('SparkApplication'),
      ...samplesOf('SparkCluster'),
    ].filter(({ title }) => !NEWER.test(title));

    it.each(samples)('$object.kind: $title', ({ object }) => {
      const version = object.apiVersion?.split('/')[1];
      const check =
        schemas[`${object.kind} ${version}` as keyof typeof schemas];
      // A merge patch removes by null; a server has no nulls there.
      const stored = JSON.parse(
        JSON.stringify(object, (_, value) =>
          value === null ? undefined : value,
        ),
      );
      const ok = check(stored);
      expect(ok ? [] : check.errors).toEqual([]);
    });

    it('knows no suspend yet, so nothing may lean on it', () => {
      const check = schemas['SparkApplication v1'];
      const [sample] = samples;
      const held: any = structuredClone(sample.object);
      held.spec.suspend = true;
      expect(check(held)).toBe(false);
    });
  },
);
