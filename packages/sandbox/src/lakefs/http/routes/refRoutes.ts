import { Commit } from '../../model/Commit';
import { badRequest, LakeFsError, notFound } from '../../model/LakeFsError';
import { sameObject } from '../../model/ObjectEntry';
import { takePage } from '../../model/Page';
import { Repository } from '../../model/Repository';
import { bothCommits, diffRefs, DiffType } from '../../operations/diffs';
import { merge, MergeCreation } from '../../operations/merges';
import { commitLog } from '../../refs/commitLog';
import { mergeBase } from '../../refs/mergeBase';
import { resolveCommit } from '../../refs/resolveRef';
import { comparePaths } from '../../tree/comparePaths';
import { compareTrees } from '../../tree/compareTrees';
import { Tree } from '../../tree/Tree';
import { grouping, paging, parameters } from '../parameters';
import {
  Answer,
  bodyOf,
  pageAnswer,
  Query,
  repositoryOf,
  Route,
} from '../Route';
import { schemaRef } from '../schemas';
import { commitJson, diffJson } from '../shapes';

const REPOSITORY = '/repositories/{repository}';

/** History, comparison and merge. */
export const refRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${REPOSITORY}/commits/{commitId}`,
    handle(call) {
      try {
        const found = resolveCommit(repositoryOf(call), call.path.commitId);
        return { status: 200, json: commitJson(found) };
      } catch (error) {
        if (!(error instanceof LakeFsError) || error.status !== 404)
          throw error;
        throw error.message === 'not found'
          ? notFound('commit not found')
          : error;
      }
    },
  },
  {
    method: 'GET',
    path: `${REPOSITORY}/refs/{ref}/commits`,
    parameters: {
      after: paging.after,
      amount: paging.amount,
      objects: parameters.list,
      prefixes: parameters.list,
      limit: parameters.flag,
      first_parent: parameters.flag,
      since: {
        in: 'query',
        allowEmpty: true,
        schema: { format: 'date-time', type: 'string' },
      },
      stop_at: parameters.text,
    },
    handle: call => logAnswer(repositoryOf(call), call.path.ref, call.query),
  },
  {
    method: 'GET',
    path: `${REPOSITORY}/refs/{leftRef}/diff/{rightRef}`,
    parameters: {
      ...grouping,
      type: {
        in: 'query',
        schema: {
          default: 'three_dot',
          enum: ['two_dot', 'three_dot'],
          type: 'string',
        },
      },
      include_right_stats: parameters.flag,
    },
    handle(call) {
      const { path, query } = call;
      const found = diffRefs(
        repositoryOf(call),
        [path.leftRef, path.rightRef],
        query.text('type') as DiffType,
        {
          prefix: query.text('prefix'),
          delimiter: query.text('delimiter'),
          after: query.text('after'),
        },
      );
      const { items, hasMore } = takePage(found, query.amount());
      const rightStats = query.flag('include_right_stats');
      const shape = { rightStats, removedSize: true };
      const results = items.map(item => diffJson(item, shape));
      return pageAnswer(results, hasMore, items.at(-1)?.path ?? '');
    },
  },
  {
    method: 'GET',
    path: `${REPOSITORY}/refs/{sourceRef}/merge/{destinationBranch}`,
    handle(call) {
      const repository = repositoryOf(call);
      const { sourceRef, destinationBranch } = call.path;
      const { left: source, right: destination } = bothCommits(
        repository,
        sourceRef,
        destinationBranch,
      );
      return {
        status: 200,
        json: {
          base_commit_id: mergeBase(repository, source, destination).id,
          // The real server mixes these two up.
          destination_commit_id: source.id,
          source_commit_id: destination.id,
        },
      };
    },
  },
  {
    method: 'POST',
    path: `${REPOSITORY}/refs/{sourceRef}/merge/{destinationBranch}`,
    body: schemaRef('Merge'),
    bodyOptional: true,
    async handle(call) {
      const { sourceRef, destinationBranch } = call.path;
      const reference = await merge(
        call.lakeFs,
        repositoryOf(call),
        sourceRef,
        destinationBranch,
        bodyOf<MergeCreation | undefined>(call) ?? {},
      ).catch((error: unknown) => {
        // The real server says no more of a conflict than this.
        if (error instanceof LakeFsError && error.status === 409) return '';
        throw error;
      });
      return { status: reference ? 200 : 409, json: { reference } };
    },
  },
];

/** One page of the history of a ref. */
function logAnswer(repository: Repository, ref: string, query: Query): Answer {
  const start = named('ref', () => resolveCommit(repository, ref));
  const after = query.text('after');
  const from = after
    ? named('from ref', () => resolveCommit(repository, after))
    : undefined;
  const stopAt = query.text('stop_at')
    ? named('stop_at', () => resolveCommit(repository, query.text('stop_at')))
        .id
    : undefined;
  const since = query.text('since') ? Date.parse(query.text('since')) : 0;
  if (Number.isNaN(since)) throw badRequest('since: invalid date');
  const touched = touches(repository, query);
  const wanted = function* wanted() {
    let begun = !from;
    for (const commit of commitLog(
      repository,
      start,
      query.flag('first_parent'),
    )) {
      if (commit.creationDate < since) return;
      if (begun && touched(commit)) yield commit;
      if (commit.id === from?.id) begun = true;
      if (commit.id === stopAt) return;
    }
  };
  const { items, hasMore } = takePage(wanted(), query.amount());
  const more = hasMore && !query.flag('limit');
  return pageAnswer(items.map(commitJson), more, items.at(-1)?.id ?? '');
}

/** Whether a commit changed one of the paths that are asked for. */
function touches(
  repository: Repository,
  query: Query,
): (commit: Commit) => boolean {
  const objects = query.list('objects');
  const prefixes = query.list('prefixes');
  if (objects.length === 0 && prefixes.length === 0) return () => true;
  return ({ tree, parents }) => {
    // Merges are left out: what they bring was changed by the commits they merge.
    if (parents.length !== 1) return false;
    const before = parents[0]
      ? repository.commit(parents[0]).tree
      : Tree.empty<never>();
    return (
      objects.some(path => {
        const [left, right] = [before.get(path), tree.get(path)];
        return left && right ? !sameObject(left, right) : left !== right;
      }) ||
      prefixes.some(prefix => {
        const beyond = (path: string) => comparePaths(path, prefix) >= 0;
        const { value } = compareTrees(before, tree, sameObject, beyond).next();
        return value?.path.startsWith(prefix);
      })
    );
  };
}

function named<T>(what: string, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    throw error instanceof LakeFsError ? error.within(what) : error;
  }
}
