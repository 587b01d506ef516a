import { Commit, makeCommit } from './model/Commit';
import { ObjectEntry } from './model/ObjectEntry';
import { metaRangeId } from './model/rangeIds';
import { LakeFs } from './LakeFs';
import { Tree } from './tree/Tree';

/** Fills a repository that exists: a commit of so many objects in ten tables, and as many branches of it as asked for. */
export function fillLargeLake(
  server: LakeFs,
  options: { repository: string; branches: number; objects: number },
): void {
  const repository = server.repository(options.repository);
  const base = repository.commit(
    repository.branch(repository.info.defaultBranch).commitId,
  );
  const entries = Array.from({ length: options.objects }, (_, at) => entry(at));
  const tree = Tree.of(entries.sort((a, b) => (a.path < b.path ? -1 : 1)));
  const { id: _, ...said } = base;
  const commit: Commit = makeCommit({
    ...said,
    message: 'load',
    parents: [base.id],
    generation: base.generation + 1,
    metaRangeId: metaRangeId(tree),
    tree,
  });
  repository.addCommit(commit);
  for (let at = 0; at < options.branches; at++) {
    repository.makeBranch(`b-${String(at).padStart(5, '0')}`, commit.id);
  }
}

function entry(at: number): ObjectEntry {
  return {
    path: `tables/t${at % 10}/part-${String(at).padStart(6, '0')}.parquet`,
    checksum: String(at),
    size: at,
    mtime: 0,
    contentType: 'application/octet-stream',
    metadata: {},
    physicalAddress: '',
  };
}
