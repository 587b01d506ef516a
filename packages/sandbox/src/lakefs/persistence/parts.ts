import { StagedChange, ObjectEntry } from '../model/ObjectEntry';
import {
  Repository,
  RepositoryChange,
  RepositoryListener,
} from '../model/Repository';
import { TreeStore } from './TreeStore';

/** A part of a repository, as it is kept. */
export interface PartRow {
  kind: RepositoryChange['kind'];
  id: string;
  json: string;
}

/** What to keep of a part of a repository; undefined when it is gone. */
export function partOf(
  repository: Repository,
  { kind, id }: RepositoryChange,
  trees: TreeStore,
): unknown {
  switch (kind) {
    case 'repository':
      return { info: repository.info, settings: repository.settings };
    case 'branch': {
      const branch = repository.branches.get(id);
      if (!branch) return undefined;
      const { staged, sealed } = branch;
      return {
        ...branch,
        staged: trees.put(staged),
        sealed: trees.put(sealed),
      };
    }
    case 'commit': {
      const commit = repository.commits.get(id);
      return commit && { ...commit, tree: trees.put(commit.tree) };
    }
    case 'tag':
      return repository.tags.get(id);
    case 'pull':
      return repository.pulls.get(id);
    case 'run':
      return repository.runs.get(id);
    default:
      return undefined;
  }
}

/** Makes a repository of its parts again. */
export function loadRepository(
  rows: readonly PartRow[],
  trees: TreeStore,
  changed: RepositoryListener,
): Repository {
  const { info, settings } = JSON.parse(
    rows.find(({ kind }) => kind === 'repository')!.json,
  );
  const repository = new Repository(info, changed);
  repository.settings = settings;
  for (const { kind, id, json } of rows) {
    const part = JSON.parse(json);
    if (kind === 'tag') repository.tags.set(id, part);
    if (kind === 'pull') repository.pulls.set(id, part);
    if (kind === 'run') repository.runs.set(id, part);
    if (kind === 'commit') {
      const tree = trees.get<ObjectEntry>(part.tree);
      repository.commits.set(id, { ...part, tree });
    }
    if (kind === 'branch') {
      repository.branches.set(id, {
        ...part,
        staged: trees.get<StagedChange>(part.staged),
        sealed: trees.get<StagedChange>(part.sealed),
      });
    }
  }
  return repository;
}
