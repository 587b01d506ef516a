import { createHash } from 'node:crypto';
import { LakeFs } from '../LakeFs';
import { uncommittedOf } from '../model/Branch';
import { badRequest, LakeFsError, notFound } from '../model/LakeFsError';
import { checkBranchId, checkPath } from '../model/nameRules';
import { ObjectEntry } from '../model/ObjectEntry';
import { Repository } from '../model/Repository';
import { resolveRef } from '../refs/resolveRef';
import { listing, Listed, ListOptions } from '../tree/listing';
import { newAddress } from './physicalAddress';
import { overlaid } from './uncommitted';
import { refuseProtected, refuseReadOnly } from './refusals';

export interface Upload {
  path: string;
  bytes: Uint8Array;
  contentType?: string;
  metadata?: Record<string, string>;
  force?: boolean;
  /** Refuse when the path holds an object already. */
  ifAbsent?: boolean;
}

/** Writes an object to a branch, uncommitted. @throws LakeFsError 400, 403, 404, 412 */
export function upload(
  lakeFs: LakeFs,
  repository: Repository,
  name: string,
  { path, bytes, contentType, metadata, force, ifAbsent }: Upload,
): ObjectEntry {
  checkBranchId(name, 'name');
  if (!repository.branches.has(name)) {
    throw notFound(`branch '${name}' not found`);
  }
  checkPath(path);
  refuseProtected(lakeFs, repository, name);
  refuseReadOnly(repository, force);
  if (ifAbsent && findObject(repository, name, path)) {
    throw new LakeFsError(412, 'path already exists');
  }
  const physicalAddress = newAddress(lakeFs, repository);
  lakeFs.blobs.put(physicalAddress, bytes);
  return stage(repository, name, {
    path,
    checksum: createHash('md5').update(bytes).digest('hex'),
    size: bytes.length,
    mtime: lakeFs.seconds(),
    contentType: contentType || 'application/octet-stream',
    metadata: metadata ?? {},
    physicalAddress,
  });
}

/** Sets the uncommitted state of an object. */
export function stage(
  repository: Repository,
  name: string,
  entry: ObjectEntry,
): ObjectEntry {
  const branch = repository.branch(name);
  const staged = branch.staged.set({ path: entry.path, entry });
  repository.putBranch({ ...branch, staged });
  return entry;
}

/** Deletes an object, uncommitted; one that is not there is deleted as well. @throws LakeFsError 400, 403, 404 */
export function removeObject(
  lakeFs: LakeFs,
  repository: Repository,
  name: string,
  path: string,
  force = false,
): void {
  checkBranchId(name);
  checkPath(path);
  refuseProtected(lakeFs, repository, name);
  refuseReadOnly(repository, force);
  const branch = repository.branch(name);
  const { tree } = repository.commit(branch.commitId);
  const staged =
    tree.get(path) || branch.sealed.get(path)
      ? branch.staged.set({ path })
      : branch.staged.delete(path);
  if (staged !== branch.staged) repository.putBranch({ ...branch, staged });
}

/** The object of a ref, with what is staged when the ref is a branch. @throws LakeFsError 400, 404 for the ref */
export function findObject(
  repository: Repository,
  ref: string,
  path: string,
): ObjectEntry | undefined {
  const { commitId, branch } = resolveRef(repository, ref);
  const staged = branch?.staged.get(path) ?? branch?.sealed.get(path);
  if (staged) return staged.entry;
  return repository.commit(commitId).tree.get(path);
}

/** @throws LakeFsError 400, 404 */
export function statObject(
  repository: Repository,
  ref: string,
  path: string,
): ObjectEntry {
  checkPath(path);
  const entry = findObject(repository, ref, path);
  if (!entry) throw notFound();
  return entry;
}

/** The objects of a ref; grouped by a delimiter. @throws LakeFsError 400, 404 */
export function listObjects(
  repository: Repository,
  ref: string,
  options: ListOptions,
): Iterable<Listed<ObjectEntry>> {
  const { commitId, branch } = resolveRef(repository, ref);
  const { tree } = repository.commit(commitId);
  if (!branch) return listing(beyond => tree.from(beyond), options);
  const changes = uncommittedOf(branch);
  return listing(beyond => overlaid(tree, changes, beyond), options);
}

export interface Copy {
  src_path: string;
  src_ref?: string;
  force?: boolean;
  shallow?: boolean;
}

/** Copies an object on a branch, from any ref. @throws LakeFsError 400, 403, 404 */
export function copyObject(
  lakeFs: LakeFs,
  repository: Repository,
  name: string,
  path: string,
  { src_path: from, src_ref: ref, force }: Copy,
): ObjectEntry {
  checkBranchId(name);
  checkPath(path);
  refuseProtected(lakeFs, repository, name);
  refuseReadOnly(repository, force);
  repository.branch(name);
  const source = statObject(repository, ref || name, from);
  const physicalAddress = newAddress(lakeFs, repository);
  const bytes = lakeFs.blobs.get(source.physicalAddress);
  if (bytes) lakeFs.blobs.put(physicalAddress, bytes);
  return stage(repository, name, {
    ...source,
    path,
    physicalAddress,
    mtime: lakeFs.seconds(),
  });
}

/** Replaces what users attached to an object. @throws LakeFsError 400, 403, 404 */
export function setUserMetadata(
  lakeFs: LakeFs,
  repository: Repository,
  name: string,
  path: string,
  metadata: Record<string, string>,
): void {
  checkBranchId(name);
  refuseProtected(lakeFs, repository, name);
  refuseReadOnly(repository);
  stage(repository, name, { ...statObject(repository, name, path), metadata });
}

export const tooManyPaths = (limit: number) =>
  badRequest(`request size exceeded, max paths is set to ${limit}`);
