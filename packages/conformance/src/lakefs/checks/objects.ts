import { code, holds, same } from '../../Check';
import type { LakeFsCheckGroup } from '../LakeFsCheck';

export const objects: LakeFsCheckGroup = {
  area: 'Objects',
  checks: [
    {
      title: 'an upload is seen on its branch at once, and nowhere else',
      async run({ client, lake }) {
        await lake.branch('dev');
        const meta = {
          'x-lakefs-meta-Owner': 'ada',
          'content-type': 'text/csv',
        };
        const made = await client.upload(
          lake.name,
          'dev',
          'b.csv',
          'x\n',
          meta,
        );
        code(made, 201, 'upload');
        same(made.body.metadata, { owner: 'ada' }, 'user metadata');
        const get = (ref: string) =>
          client.get(lake.at(`/refs/${ref}/objects?path=b.csv`));
        const found = await get('dev');
        code(found, 200, 'get');
        same(found.headers['content-type'], 'text/csv', 'content type');
        same(found.headers['content-disposition'], 'attachment', 'disposition');
        code(await get('dev@'), 404, 'the committed part of the branch');
        code(await get('main'), 404, 'another branch');
      },
    },
    {
      title: 'a list groups by a delimiter and goes on behind a common prefix',
      async run({ client, lake }) {
        await lake.put('main', { 'd/1': '1', 'd/2': '2', 'e/1': '1', f: 'f' });
        const list = async (query: string) => {
          const path = lake.at(`/refs/main/objects/ls?${query}`);
          const { body } = await client.get(path);
          return [
            body.results.map((one: any) => `${one.path_type} ${one.path}`),
            body.pagination.next_offset,
          ];
        };
        same(
          await list('delimiter=/&amount=2'),
          [['object a.txt', 'common_prefix d/'], 'd/'],
          'first page',
        );
        same(
          await list('delimiter=/&amount=2&after=d/'),
          [['common_prefix e/', 'object f'], ''],
          'second page',
        );
        same(
          await list('prefix=d/&delimiter=/'),
          [['object d/1', 'object d/2'], ''],
          'a prefix',
        );
      },
    },
    {
      title: 'parts of an object: 206, 416 outside; If-None-Match 304 and 412',
      async run({ client, lake }) {
        await lake.put('main', { r: '0123456789' });
        const path = lake.at('/refs/main/objects?path=r');
        const get = (headers: Record<string, string>) =>
          client.get(path, { headers });
        const part = await get({ range: 'bytes=2-4' });
        code(part, 206, 'bytes=2-4');
        same(part.text, '234', 'bytes=2-4');
        same(part.headers['content-range'], 'bytes 2-4/10', 'content-range');
        same((await get({ range: 'bytes=-2' })).text, '89', 'bytes=-2');
        code(await get({ range: 'bytes=50-60' }), 416, 'outside');
        const etag = String((await get({})).headers.etag);
        code(await get({ 'if-none-match': etag }), 304, 'If-None-Match');
        const taken = await client.upload(lake.name, 'main', 'r', 'x', {
          'if-none-match': '*',
        });
        code(taken, 412, 'upload with If-None-Match: *');
        same(taken.body.message, 'path already exists', 'text');
      },
    },
    {
      title:
        'a delete of what is not there is 204; 1,001 paths at once are 400',
      async run({ client, lake }) {
        const object = lake.at('/branches/main/objects?path=none');
        code(await client.delete(object), 204, 'delete');
        const bulk = lake.at('/branches/main/objects/delete');
        const some = await client.post(bulk, { paths: ['a.txt', 'none'] });
        code(some, 200, 'bulk');
        same(some.body, { errors: [] }, 'bulk');
        const paths = Array.from({ length: 1001 }, (_, at) => `n${at}`);
        const many = await client.post(bulk, { paths });
        code(many, 400, '1,001 paths');
        same(
          many.body.message,
          'request size exceeded, max paths is set to 1000',
          'text',
        );
      },
    },
    {
      title:
        'a copy has its own address; HTML is handed out as such, behind a policy',
      async run({ client, lake }) {
        await client.upload(lake.name, 'main', 'p.html', '<b>', {
          'content-type': 'text/html',
        });
        const page = await client.get(
          lake.at('/refs/main/objects?path=p.html'),
        );
        same(page.headers['content-disposition'], 'inline', 'disposition');
        same(
          page.headers['content-security-policy'],
          "default-src 'none'",
          'policy',
        );
        const to = lake.at('/branches/main/objects/copy?dest_path=copy.txt');
        const copy = await client.post(to, { src_path: 'a.txt' });
        code(copy, 201, 'copy');
        holds(copy.body.physical_address, 'physical_address');
        same(copy.body.size_bytes, 1, 'size');
      },
    },
  ],
};
