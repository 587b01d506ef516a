import { CheckGroup, code, contains, holds, same } from '../Check';
import { configMap } from '../manifests';
import { core } from '../paths';

const STALE =
  'the object has been modified; please apply your changes to the latest version and try again';

export const writes: CheckGroup = {
  area: 'Writes',
  checks: [
    {
      title: 'create, conflict, generated names',
      async run({ client, namespace }) {
        const path = core(namespace, 'configmaps');
        code(await client.create(path, configMap('w-a')), 201, 'create');
        const again = await client.create(path, configMap('w-a'));
        code(again, 409, 'the same name');
        same(again.body.message, 'configmaps "w-a" already exists', 'message');
        const generated = await client.create(path, {
          metadata: { generateName: 'w-run-' },
        });
        code(generated, 201, 'generateName');
        holds(
          /^w-run-[a-z0-9]{5}$/.test(generated.body.metadata.name),
          'a generated name has five characters more',
        );
      },
    },
    {
      title:
        'a stale version is 409; a write that changes nothing keeps the version',
      async run({ client, namespace }) {
        const path = core(namespace, 'configmaps');
        const first = await client.create(path, configMap('w-b', { k: '1' }));
        const at = `${path}/w-b`;
        const second = await client.mergePatch(at, { data: { k: '2' } });
        code(second, 200, 'merge patch');
        const stale = await client.replace(at, {
          ...first.body,
          data: { k: '3' },
        });
        code(stale, 409, 'a stale PUT');
        contains(stale.body.message, STALE, 'message');
        const same1 = await client.mergePatch(at, { data: { k: '2' } });
        same(
          same1.body.metadata.resourceVersion,
          second.body.metadata.resourceVersion,
          'the version after no change',
        );
      },
    },
    {
      title:
        'JSON patch: applied, refused when a test fails, 415 for other media types',
      async run({ client, namespace }) {
        const path = core(namespace, 'configmaps');
        await client.create(path, configMap('w-c', { k: '1' }));
        const contentType = 'application/json-patch+json';
        const patch = (value: string) =>
          client.request('PATCH', `${path}/w-c`, {
            contentType,
            body: [
              { op: 'test', path: '/data/k', value },
              { op: 'replace', path: '/data/k', value: '2' },
            ],
          });
        const applied = await patch('1');
        code(applied, 200, 'a patch that fits');
        same(applied.body.data, { k: '2' }, 'data');
        code(await patch('1'), 422, 'a patch whose test fails');
        const other = await client.request('PATCH', `${path}/w-c`, {
          body: { data: {} },
        });
        code(other, 415, 'application/json as a patch');
      },
    },
    {
      title: 'a finalizer holds a deleted object, and no new one can be added',
      async run({ client, namespace }) {
        const path = core(namespace, 'configmaps');
        const at = `${path}/w-d`;
        const hold = 'millrace.dev/hold';
        await client.create(path, configMap('w-d', {}, { finalizers: [hold] }));
        const deleted = await client.delete(at);
        code(deleted, 200, 'delete');
        holds(
          deleted.body.metadata?.deletionTimestamp,
          'the answer is the object with deletionTimestamp',
        );
        const added = await client.mergePatch(at, {
          metadata: { finalizers: [hold, 'millrace.dev/two'] },
        });
        code(added, 422, 'a new finalizer');
        const again = await client.create(path, configMap('w-d'));
        code(again, 409, 'create of the same name');
        await client.mergePatch(at, { metadata: { finalizers: null } });
        code(await client.get(at), 404, 'once released');
      },
    },
    {
      title: 'preconditions of a delete are heeded; a dry run deletes nothing',
      async run({ client, namespace }) {
        const path = core(namespace, 'configmaps');
        const at = `${path}/w-e`;
        const made = await client.create(path, configMap('w-e'));
        const wrong = await client.delete(at, {
          preconditions: { uid: '11111111-2222-3333-4444-555555555555' },
        });
        code(wrong, 409, 'another uid');
        code(await client.delete(`${at}?dryRun=All`), 200, 'dry run');
        code(await client.get(at), 200, 'after the dry run');
        const right = await client.delete(at, {
          preconditions: { uid: made.body.metadata.uid },
        });
        code(right, 200, 'the right uid');
        same(right.body.kind, 'Status', 'the answer');
      },
    },
    {
      title:
        'unknown fields: a warning by default, 400 when strict, silence when ignored',
      async run({ client, namespace }) {
        const path = `${core(namespace, 'configmaps')}?dryRun=All`;
        const body = { ...configMap('w-f'), colour: 'red' };
        const lenient = await client.create(path, body);
        code(lenient, 201, 'by default');
        contains(
          lenient.headers.get('warning'),
          'unknown field',
          'Warning header',
        );
        const strict = await client.create(
          `${path}&fieldValidation=Strict`,
          body,
        );
        code(strict, 400, 'Strict');
        contains(
          strict.body.message,
          'strict decoding error: unknown field "colour"',
          'message',
        );
        const ignored = await client.create(
          `${path}&fieldValidation=Ignore`,
          body,
        );
        code(ignored, 201, 'Ignore');
        same(ignored.headers.get('warning'), null, 'Warning header');
      },
    },
    {
      title: 'a body that is no JSON is 400 and quoted',
      async run({ client, namespace }) {
        const answer = await client.request(
          'POST',
          core(namespace, 'configmaps'),
          { body: '{"kind":' },
        );
        code(answer, 400, 'broken JSON');
        contains(
          answer.body.message,
          "couldn't get version/kind; json parse error: unexpected end of JSON input",
          'message',
        );
      },
    },
  ],
};
