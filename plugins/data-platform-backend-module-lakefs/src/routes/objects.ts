import { LakefsObjectPage } from '@millrace/backstage-plugin-data-platform-common';
import { Router } from 'express';
import { z } from 'zod';
import { isRef } from '../model/branchName';
import {
  FOOTER_BYTES,
  isParquet,
  isPreviewable,
  parquetPreviewOf,
  PREVIEW_BYTES,
  previewOf,
} from './preview';
import { numberParameter, pathParameter, queryOf } from './query';
import { RouteParts, visit } from './RouteParts';

const ref = z.string().refine(isRef, 'is no branch, tag or commit');

const previewQuery = z.strictObject({ ref, path: pathParameter.min(1) });
const listQuery = z.strictObject({
  ref,
  prefix: pathParameter.optional(),
  after: pathParameter.optional(),
  limit: numberParameter({ min: 1, max: 1_000, otherwise: 200 }),
});

/** GET .../objects: a folder of a ref; GET .../preview: the beginning of an object of text, the columns of a Parquet file; as JSON and never as a page. */
export function addObjectRoutes(router: Router, parts: RouteParts): void {
  const at = '/repositories/:source/:repository';

  router.get(`${at}/objects`, async (req, res) => {
    const { ref: of, prefix, after, limit } = queryOf(listQuery, req);
    const { client, repository, signal } = await visit(parts, req, res);
    const { results, pagination } = await client.objects(repository, of, {
      signal,
      prefix,
      after,
      amount: limit,
      delimiter: '/',
    });
    const page: LakefsObjectPage = {
      items: results.map(each => ({
        path: each.path,
        folder: each.path_type === 'common_prefix',
        ...(each.path_type === 'object' && {
          sizeBytes: each.size_bytes,
          modifiedAt: each.mtime * 1_000,
        }),
      })),
      ...(pagination.has_more && { next: pagination.next_offset }),
    };
    res.json(page);
  });

  router.get(`${at}/preview`, async (req, res) => {
    const { ref: of, path } = queryOf(previewQuery, req);
    const { client, repository, signal } = await visit(parts, req, res);
    const stats = await client.stat(repository, of, path, { signal });
    res.setHeader('X-Content-Type-Options', 'nosniff');
    const { size_bytes: size = 0 } = stats;
    if (isParquet(path) && size > 0) {
      const tail = await client.head(repository, of, path, {
        signal,
        bytes: FOOTER_BYTES,
        from: Math.max(0, size - FOOTER_BYTES),
      });
      res.json(parquetPreviewOf(stats, tail));
      return;
    }
    // A range of nothing is refused.
    const empty = stats.size_bytes === 0;
    const bytes =
      empty || !isPreviewable(path, stats.content_type)
        ? undefined
        : await client.head(repository, of, path, {
            signal,
            bytes: PREVIEW_BYTES,
          });
    res.json(previewOf(stats, empty ? new Uint8Array() : bytes));
  });
}
