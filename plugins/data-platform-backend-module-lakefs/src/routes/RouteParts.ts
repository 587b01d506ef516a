import { NotFoundError } from '@backstage/errors';
import {
  IndexedObject,
  SystemHost,
  SystemViewer,
} from '@millrace/backstage-plugin-data-platform-node';
import { Request, Response } from 'express';
import { LakefsClient } from '../client/LakefsClient';
import { LakefsSource } from '../LakefsSource';
import { KIND_REPOSITORY } from '../model/objects';
import { BranchRecords } from '../records/BranchRecords';

export interface RouteParts {
  host: SystemHost;
  sources: readonly LakefsSource[];
  records: BranchRecords;
}

/** A repository that the viewer may see, with the way to its server. */
export interface Visited {
  indexed: IndexedObject;
  viewer: SystemViewer;
  source: LakefsSource;
  client: LakefsClient;
  repository: string;
  signal: AbortSignal;
}

/**
 * The repository that a request is about: `/repositories/:source/:repository`.
 * @throws NotFoundError - also where it exists but may not be seen: nobody learns which
 */
export async function visit(
  { host, sources }: RouteParts,
  req: Request,
  res: Response,
): Promise<Visited> {
  const viewer = await host.viewer(req);
  const { source: name, repository } = req.params;
  const [indexed] = host.select(
    { kind: KIND_REPOSITORY, source: name, namespace: repository },
    viewer,
  );
  const source = sources.find(each => each.name === name);
  if (!indexed || !source) {
    throw new NotFoundError(
      'There is no such repository, or it has not been read yet.',
    );
  }
  res.setHeader('Cache-Control', 'private, no-cache');
  res.setHeader('Vary', 'Authorization');
  return {
    indexed,
    viewer,
    source,
    client: source.client,
    repository,
    signal: goneSignal(res),
  };
}

/** Aborts when the reader has gone: nothing is read for nobody. */
export function goneSignal(res: Response): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  return gone.signal;
}
