import { takePage } from '../../model/Page';
import { checkBranchId } from '../../model/nameRules';
import {
  createBranch,
  deleteBranch,
  hardResetBranch,
  resetBranch,
} from '../../operations/branches';
import { commit } from '../../operations/commits';
import { diffUncommitted } from '../../operations/diffs';
import { cherryPick, revert } from '../../operations/picks';
import { grouping, paging, parameters } from '../parameters';
import { bodyOf, NO_CONTENT, pageAnswer, repositoryOf, Route } from '../Route';
import { schemaRef } from '../schemas';
import { commitJson, diffJson } from '../shapes';

const BRANCHES = '/repositories/{repository}/branches';
const BRANCH = `${BRANCHES}/{branch}`;

/** Branches, and what is done on them. */
export const branchRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: BRANCHES,
    parameters: { ...paging, show_hidden: parameters.flag },
    handle(call) {
      const { query } = call;
      const { branches } = repositoryOf(call);
      const shown = function* shown() {
        const all = branches.list(query.text('after'), query.text('prefix'));
        for (const [, branch] of all) {
          if (!branch.hidden || query.flag('show_hidden')) yield branch;
        }
      };
      const { items, hasMore } = takePage(shown(), query.amount());
      const results = items.map(({ id, commitId }) => ({
        commit_id: commitId,
        id,
      }));
      return pageAnswer(results, hasMore, items.at(-1)?.id ?? '');
    },
  },
  {
    method: 'POST',
    path: BRANCHES,
    body: schemaRef('BranchCreation'),
    handle: async call => ({
      status: 201,
      raw: await createBranch(call.lakeFs, repositoryOf(call), bodyOf(call)),
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    }),
  },
  {
    method: 'GET',
    path: BRANCH,
    handle(call) {
      const repository = repositoryOf(call);
      checkBranchId(call.path.branch);
      const { id, commitId } = repository.branch(call.path.branch);
      return { status: 200, json: { commit_id: commitId, id } };
    },
  },
  {
    method: 'DELETE',
    path: BRANCH,
    parameters: { force: parameters.flag },
    async handle(call) {
      const force = call.query.flag('force');
      const { lakeFs, path } = call;
      await deleteBranch(lakeFs, repositoryOf(call), path.branch, force);
      return NO_CONTENT;
    },
  },
  {
    method: 'PUT',
    path: BRANCH,
    body: schemaRef('ResetCreation'),
    handle(call) {
      const { lakeFs, path } = call;
      resetBranch(lakeFs, repositoryOf(call), path.branch, bodyOf(call));
      return NO_CONTENT;
    },
  },
  {
    method: 'PUT',
    path: `${BRANCH}/hard_reset`,
    parameters: { ref: parameters.required, force: parameters.flag },
    async handle(call) {
      const { lakeFs, path, query } = call;
      const [ref, force] = [query.text('ref'), query.flag('force')];
      const repository = repositoryOf(call);
      await hardResetBranch(lakeFs, repository, path.branch, ref, force);
      return NO_CONTENT;
    },
  },
  {
    method: 'GET',
    path: `${BRANCH}/diff`,
    parameters: grouping,
    handle(call) {
      const { query, path } = call;
      const found = diffUncommitted(repositoryOf(call), path.branch, {
        prefix: query.text('prefix'),
        delimiter: query.text('delimiter'),
        after: query.text('after'),
      });
      const { items, hasMore } = takePage(found, query.amount());
      const shape = { rightStats: false, removedSize: false };
      const results = items.map(item => diffJson(item, shape));
      return pageAnswer(results, hasMore, items.at(-1)?.path ?? '');
    },
  },
  {
    method: 'POST',
    path: `${BRANCH}/commits`,
    parameters: { source_metarange: parameters.text },
    body: schemaRef('CommitCreation'),
    async handle(call) {
      const { lakeFs, path } = call;
      const repository = repositoryOf(call);
      const made = await commit(lakeFs, repository, path.branch, bodyOf(call));
      return { status: 201, json: commitJson(made) };
    },
  },
  {
    method: 'POST',
    path: `${BRANCH}/revert`,
    body: schemaRef('RevertCreation'),
    async handle(call) {
      const { lakeFs, path } = call;
      await revert(lakeFs, repositoryOf(call), path.branch, bodyOf(call));
      return NO_CONTENT;
    },
  },
  {
    method: 'POST',
    path: `${BRANCH}/cherry-pick`,
    body: schemaRef('CherryPickCreation'),
    async handle(call) {
      const { lakeFs, path } = call;
      const repository = repositoryOf(call);
      const made = await cherryPick(
        lakeFs,
        repository,
        path.branch,
        bodyOf(call),
      );
      return { status: 201, json: commitJson(made) };
    },
  },
];
