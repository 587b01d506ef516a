import { takePage } from '../../model/Page';
import {
  createTag,
  deleteTag,
  tagCommit,
  TagCreation,
} from '../../operations/tags';
import { paging, parameters } from '../parameters';
import { bodyOf, NO_CONTENT, pageAnswer, repositoryOf, Route } from '../Route';
import { schemaRef } from '../schemas';

const TAGS = '/repositories/{repository}/tags';

export const tagRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: TAGS,
    parameters: paging,
    handle(call) {
      const { query } = call;
      const { items, hasMore } = takePage(
        repositoryOf(call).tags.list(query.text('after'), query.text('prefix')),
        query.amount(),
      );
      const results = items.map(([id, commitId]) => ({
        commit_id: commitId,
        id,
      }));
      return pageAnswer(results, hasMore, items.at(-1)?.[0] ?? '');
    },
  },
  {
    method: 'POST',
    path: TAGS,
    body: schemaRef('TagCreation'),
    async handle(call) {
      const { lakeFs } = call;
      const body = bodyOf<TagCreation>(call);
      const commitId = await createTag(lakeFs, repositoryOf(call), body);
      return { status: 201, json: { commit_id: commitId, id: body.id } };
    },
  },
  {
    method: 'GET',
    path: `${TAGS}/{tag}`,
    handle(call) {
      const { tag } = call.path;
      const commitId = tagCommit(repositoryOf(call), tag);
      return { status: 200, json: { commit_id: commitId, id: tag } };
    },
  },
  {
    method: 'DELETE',
    path: `${TAGS}/{tag}`,
    parameters: { force: parameters.flag },
    async handle(call) {
      const { lakeFs, path, query } = call;
      const force = query.flag('force');
      await deleteTag(lakeFs, repositoryOf(call), path.tag, force);
      return NO_CONTENT;
    },
  },
];
