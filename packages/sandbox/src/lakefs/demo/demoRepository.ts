import type { LakeFs } from '../LakeFs';
import type { Repository } from '../model/Repository';
import { createRepository } from '../operations/repositories';

/** An empty repository of the demo, made at a time of the past, epoch ms. */
export function demoRepository(
  lakeFs: LakeFs,
  { name, description, at }: { name: string; description: string; at: number },
): Repository {
  const creation = { name, storage_namespace: `local://${name}` };
  const repository = createRepository(lakeFs, creation, at);
  repository.putSettings({ metadata: { description } });
  return repository;
}
