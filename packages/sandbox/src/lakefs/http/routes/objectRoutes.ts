import { badRequest, LakeFsError } from '../../model/LakeFsError';
import { checkBranchId, checkPath } from '../../model/nameRules';
import { takePage } from '../../model/Page';
import {
  copyObject,
  listObjects,
  removeObject,
  setUserMetadata,
  statObject,
  tooManyPaths,
  upload,
} from '../../operations/objects';
import { newAddress } from '../../operations/physicalAddress';
import { objectAnswer } from '../objectAnswer';
import { grouping, parameters } from '../parameters';
import {
  bodyOf,
  NO_CONTENT,
  pageAnswer,
  Query,
  repositoryOf,
  Route,
} from '../Route';
import { schemaRef } from '../schemas';
import { listedObjectJson, objectJson } from '../shapes';
import { uploadedContent, userMetadata } from '../uploadedContent';

const BRANCH = '/repositories/{repository}/branches/{branch}';
const REF = '/repositories/{repository}/refs/{ref}';
const MOST_PATHS = 1000;

const RANGE = {
  in: 'header',
  schema: { pattern: '^bytes=((\\d*-\\d*,? ?)+)$', type: 'string' },
} as const;

const path = parameters.required;

/** The local store signs no addresses. */
function refusePresign(query: Query, status = 400): void {
  if (query.flag('presign')) {
    throw new LakeFsError(
      status,
      'local adapter presigned URL: operation not supported',
    );
  }
}

/** Objects: read on any ref, written on branches. */
export const objectRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${BRANCH}/objects`,
    parameters: {
      path,
      force: parameters.flag,
      'If-None-Match': parameters.header,
      'If-Match': parameters.header,
    },
    anyBody: true,
    async handle(call) {
      const { headers, query, lakeFs, path: parts } = call;
      const ifNoneMatch = query.text('If-None-Match');
      if (query.text('If-Match') || !['', '*'].includes(ifNoneMatch)) {
        throw new LakeFsError(501, 'Not Implemented');
      }
      const entry = upload(lakeFs, repositoryOf(call), parts.branch, {
        path: query.text('path'),
        ...(await uploadedContent(headers, call.bytes)),
        metadata: userMetadata(headers),
        force: query.flag('force'),
        ifAbsent: ifNoneMatch === '*',
      });
      return { status: 201, json: objectJson(entry, entry.metadata) };
    },
  },
  {
    method: 'DELETE',
    path: `${BRANCH}/objects`,
    parameters: { path, force: parameters.flag },
    handle(call) {
      const { lakeFs, query, path: parts } = call;
      const force = query.flag('force');
      const repository = repositoryOf(call);
      removeObject(lakeFs, repository, parts.branch, query.text('path'), force);
      return NO_CONTENT;
    },
  },
  {
    method: 'POST',
    path: `${BRANCH}/objects/delete`,
    parameters: { force: parameters.flag },
    body: schemaRef('PathList'),
    handle(call) {
      const { lakeFs, query, path: parts } = call;
      const { paths } = bodyOf<{ paths: string[] }>(call);
      if (paths.length > MOST_PATHS) throw tooManyPaths(MOST_PATHS);
      const repository = repositoryOf(call);
      const force = query.flag('force');
      const errors = paths.flatMap(each => {
        try {
          removeObject(lakeFs, repository, parts.branch, each, force);
          return [];
        } catch (error) {
          if (!(error instanceof LakeFsError)) throw error;
          const { message, status } = error;
          return [{ message, path: each, status_code: status }];
        }
      });
      return { status: 200, json: { errors } };
    },
  },
  {
    method: 'POST',
    path: `${BRANCH}/objects/copy`,
    parameters: { dest_path: path },
    body: schemaRef('ObjectCopyCreation'),
    handle(call) {
      const { lakeFs, query, path: parts } = call;
      const to = query.text('dest_path');
      const repository = repositoryOf(call);
      const entry = copyObject(
        lakeFs,
        repository,
        parts.branch,
        to,
        bodyOf(call),
      );
      return { status: 201, json: objectJson(entry, entry.metadata) };
    },
  },
  {
    method: 'GET',
    path: `${BRANCH}/objects/stage_allowed`,
    parameters: { path },
    handle(call) {
      repositoryOf(call).branch(call.path.branch);
      return NO_CONTENT;
    },
  },
  {
    method: 'PUT',
    path: `${BRANCH}/objects/stat/user_metadata`,
    parameters: { path },
    body: schemaRef('UpdateObjectUserMetadata'),
    handle(call) {
      const { lakeFs, query, path: parts } = call;
      const { set } = bodyOf<{ set: Record<string, string> }>(call);
      const of = query.text('path');
      setUserMetadata(lakeFs, repositoryOf(call), parts.branch, of, set);
      return NO_CONTENT;
    },
  },
  {
    method: 'GET',
    path: `${BRANCH}/staging/backing`,
    parameters: { path, presign: parameters.flag },
    handle(call) {
      const { branch } = call.path;
      checkBranchId(branch);
      checkPath(call.query.text('path'));
      const repository = repositoryOf(call);
      repository.branch(branch);
      refusePresign(call.query, 500);
      const address = newAddress(call.lakeFs, repository);
      return {
        status: 200,
        json: { physical_address: address, presigned_url: null },
      };
    },
  },
  {
    method: 'PUT',
    path: `${BRANCH}/staging/backing`,
    parameters: { path },
    body: schemaRef('StagingMetadata'),
    handle() {
      // Nobody can write to the sandbox's storage but through this API.
      throw badRequest('address is not signed: link address invalid');
    },
  },
  {
    method: 'POST',
    path: `${BRANCH}/staging/pmpu`,
    handle() {
      throw new LakeFsError(
        501,
        'presign multipart upload API is not supported',
      );
    },
  },
  {
    method: 'GET',
    path: `${REF}/objects`,
    parameters: {
      path,
      Range: RANGE,
      'If-None-Match': parameters.header,
      presign: parameters.flag,
    },
    handle(call) {
      const { query, lakeFs } = call;
      const of = query.text('path');
      const entry = statObject(repositoryOf(call), call.path.ref, of);
      refusePresign(query);
      return objectAnswer(entry, lakeFs.blobs.get(entry.physicalAddress), {
        range: query.text('Range'),
        ifNoneMatch: query.text('If-None-Match'),
      });
    },
  },
  {
    method: 'HEAD',
    path: `${REF}/objects`,
    parameters: { path, Range: RANGE },
    handle(call) {
      const of = call.query.text('path');
      const entry = statObject(repositoryOf(call), call.path.ref, of);
      return {
        status: 200,
        headers: {
          'accept-ranges': 'bytes',
          'cache-control': 'no-store, must-revalidate',
          'content-length': String(entry.size),
          'content-type': entry.contentType,
          etag: `"${entry.checksum}"`,
          'last-modified': new Date(entry.mtime * 1000).toUTCString(),
        },
      };
    },
  },
  {
    method: 'GET',
    path: `${REF}/objects/stat`,
    parameters: {
      path,
      user_metadata: {
        in: 'query',
        schema: { default: true, type: 'boolean' },
      },
      presign: parameters.flag,
    },
    handle(call) {
      const { query } = call;
      const of = query.text('path');
      const entry = statObject(repositoryOf(call), call.path.ref, of);
      refusePresign(query);
      const metadata = query.flag('user_metadata') ? entry.metadata : {};
      return { status: 200, json: objectJson(entry, metadata) };
    },
  },
  {
    method: 'GET',
    path: `${REF}/objects/underlyingProperties`,
    parameters: { path },
    handle(call) {
      statObject(repositoryOf(call), call.path.ref, call.query.text('path'));
      return { status: 200, json: { storage_class: null } };
    },
  },
  {
    method: 'GET',
    path: `${REF}/objects/ls`,
    parameters: {
      ...grouping,
      user_metadata: {
        in: 'query',
        schema: { default: true, type: 'boolean' },
      },
      presign: parameters.flag,
    },
    handle(call) {
      const { query } = call;
      const found = listObjects(repositoryOf(call), call.path.ref, {
        prefix: query.text('prefix'),
        delimiter: query.text('delimiter'),
        after: query.text('after'),
      });
      const { items, hasMore } = takePage(found, query.amount());
      const results = items.map(listedObjectJson);
      return pageAnswer(results, hasMore, items.at(-1)?.path ?? '');
    },
  },
];
