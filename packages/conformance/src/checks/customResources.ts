import {
  CheckGroup,
  code,
  contains,
  Context,
  holds,
  same,
  Skip,
} from '../Check';
import { sparkApplication, sparkSpec } from '../manifests';
import { ownNamespace, quota } from '../ownNamespace';
import { core, spark } from '../paths';

/** Skips where SparkApplications are not served. */
export async function needSpark({ client }: Context): Promise<void> {
  const answer = await client.get('/apis/sparkoperator.k8s.io/v1beta2');
  if (answer.status === 404) {
    throw new Skip('sparkoperator.k8s.io/v1beta2 is not installed');
  }
}

export const customResources: CheckGroup = {
  area: 'Custom resources',
  checks: [
    {
      title:
        'faults against the schema are 422, each with the path of its field',
      async run(context) {
        await needSpark(context);
        const { client, namespace } = context;
        const path = `${spark(namespace, 'sparkapplications')}?dryRun=All`;
        const expect = async (spec: object, field: string, text: string) => {
          const answer = await client.create(path, {
            ...sparkApplication('schema'),
            spec,
          });
          code(answer, 422, field);
          const causes = answer.body.details.causes;
          const cause = causes.find((one: any) => one.field === field);
          holds(cause, `a cause names ${field}`);
          contains(cause.message, text, field);
          contains(
            answer.body.message,
            'SparkApplication.sparkoperator.k8s.io "schema" is invalid: ',
            'message',
          );
        };
        const spec = sparkSpec();
        await expect(
          { ...spec, sparkVersion: undefined },
          'spec.sparkVersion',
          'Required value',
        );
        await expect(
          { ...spec, type: 'Rust' },
          'spec.type',
          'Unsupported value: "Rust": supported values: ',
        );
        await expect(
          { ...spec, driver: { cores: 0 } },
          'spec.driver.cores',
          'Invalid value: 0: spec.driver.cores in body should be greater than or equal to 1',
        );
        // Several faults are told in one answer.
        await expect(
          { ...spec, type: 'Rust', executor: undefined },
          'spec.executor',
          'Required value',
        );
        await expect(
          { ...spec, image: 3 },
          'spec.image',
          'Invalid value: "integer": spec.image in body must be of type string: "integer"',
        );
      },
    },
    {
      title:
        'unknown fields are warned about and dropped, or refused when strict',
      async run(context) {
        await needSpark(context);
        const { client, namespace } = context;
        const path = `${spark(namespace, 'sparkapplications')}?dryRun=All`;
        const body = sparkApplication('unknown', { memry: '1g' });
        const lenient = await client.create(path, body);
        code(lenient, 201, 'by default');
        contains(lenient.headers.get('warning'), 'spec.memry', 'Warning');
        same(lenient.body.spec.memry, undefined, 'the field');
        const strict = await client.create(
          `${path}&fieldValidation=Strict`,
          body,
        );
        code(strict, 400, 'Strict');
        same(
          strict.body.message,
          'SparkApplication in version "v1beta2" cannot be handled as a SparkApplication: strict decoding error: unknown field "spec.memry"',
          'message',
        );
      },
    },
    {
      title:
        'whatever its pods will be refused for, the object itself passes without a warning',
      async run(context) {
        await needSpark(context);
        const { client } = context;
        const namespace = await ownNamespace(context, 'strict', {
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/warn': 'restricted',
        });
        await quota(context, namespace, { pods: '0', 'requests.cpu': '0' });
        await client.create(core(namespace, 'limitranges'), {
          metadata: { name: 'domain' },
          spec: { limits: [{ type: 'Container', max: { memory: '1Mi' } }] },
        });
        const driver = { cores: 1, memory: '512m', serviceAccount: 'sparky' };
        const answer = await client.create(
          `${spark(namespace, 'sparkapplications')}?dryRun=All`,
          sparkApplication('a'.repeat(70), { driver }),
        );
        code(answer, 201, 'dry run');
        same(answer.headers.get('warning'), null, 'Warning');
      },
    },
    {
      title: 'names up to 253 characters pass, capitals do not',
      async run(context) {
        await needSpark(context);
        const { client, namespace } = context;
        const path = `${spark(namespace, 'sparkapplications')}?dryRun=All`;
        const long = await client.create(
          path,
          sparkApplication('a'.repeat(253)),
        );
        code(long, 201, '253 characters');
        const longer = await client.create(
          path,
          sparkApplication('a'.repeat(254)),
        );
        code(longer, 422, '254 characters');
        const capital = await client.create(path, sparkApplication('Pi'));
        code(capital, 422, 'a capital');
        contains(
          capital.body.message,
          'a lowercase RFC 1123 subdomain must consist of',
          'message',
        );
      },
    },
    {
      title:
        'status and spec are written apart; a PUT needs a version; strategic merge is 415',
      async run(context) {
        await needSpark(context);
        const { client, namespace } = context;
        const path = spark(namespace, 'sparkapplications');
        code(
          await client.create(path, sparkApplication('apart')),
          201,
          'create',
        );
        const at = `${path}/apart`;
        const onMain = await client.mergePatch(at, {
          status: { sparkApplicationId: 'x' },
        });
        code(onMain, 200, 'status on the main resource');
        same(onMain.body.status?.sparkApplicationId, undefined, 'ignored');
        const onStatus = await client.mergePatch(`${at}/status`, {
          spec: { sparkVersion: '9.9.9' },
        });
        code(onStatus, 200, 'spec on the status');
        same(onStatus.body.spec.sparkVersion, '4.0.0', 'ignored');
        const blind = await client.replace(at, sparkApplication('apart'));
        code(blind, 422, 'PUT without a version');
        contains(blind.body.message, 'must be specified for an update', 'PUT');
        const strategic = await client.request('PATCH', at, {
          contentType: 'application/strategic-merge-patch+json',
          body: {},
        });
        code(strategic, 415, 'strategic merge patch');
        await client.delete(at);
      },
    },
  ],
};
