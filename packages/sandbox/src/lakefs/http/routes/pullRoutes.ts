import { takePage } from '../../model/Page';
import {
  changePull,
  createPull,
  mergePull,
  pullOf,
} from '../../operations/pulls';
import { paging } from '../parameters';
import { bodyOf, NO_CONTENT, pageAnswer, repositoryOf, Route } from '../Route';
import { schemaRef } from '../schemas';
import { pullJson } from '../shapes';

const PULLS = '/repositories/{repository}/pulls';
const PULL = `${PULLS}/{pullRequest}`;

/** Pull requests, as far as the community edition has them. */
export const pullRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PULLS,
    parameters: {
      ...paging,
      status: {
        in: 'query',
        schema: {
          default: 'all',
          description: 'filter pull requests by status',
          enum: ['open', 'closed', 'all'],
          type: 'string',
        },
      },
    },
    handle(call) {
      const { query } = call;
      const status = query.text('status');
      const { pulls } = repositoryOf(call);
      const found = function* found() {
        const all = pulls.list(query.text('after'), query.text('prefix'));
        for (const [, pull] of all) {
          const open = pull.status === 'open';
          if (status === 'all' || open === (status === 'open')) yield pull;
        }
      };
      const { items, hasMore } = takePage(found(), query.amount());
      const results = items.map(pull => ({
        ...pullJson(pull),
        description: undefined,
        merged_commit_id: undefined,
      }));
      return pageAnswer(results, hasMore, items.at(-1)?.id ?? '');
    },
  },
  {
    method: 'POST',
    path: PULLS,
    body: schemaRef('PullRequestCreation'),
    handle(call) {
      const { id } = createPull(call.lakeFs, repositoryOf(call), bodyOf(call));
      return { status: 201, json: { id } };
    },
  },
  {
    method: 'GET',
    path: PULL,
    handle(call) {
      const pull = pullOf(repositoryOf(call), call.path.pullRequest);
      return { status: 200, json: pullJson(pull) };
    },
  },
  {
    method: 'PATCH',
    path: PULL,
    body: schemaRef('PullRequestBasic'),
    handle(call) {
      const { lakeFs, path } = call;
      const change = bodyOf<Parameters<typeof changePull>[3]>(call);
      changePull(lakeFs, repositoryOf(call), path.pullRequest, change);
      return NO_CONTENT;
    },
  },
  {
    method: 'PUT',
    path: `${PULL}/merge`,
    // A body is read and ignored, strategy and all.
    anyBody: true,
    async handle(call) {
      const { lakeFs, path } = call;
      const reference = await mergePull(
        lakeFs,
        repositoryOf(call),
        path.pullRequest,
      );
      return { status: 200, json: { reference } };
    },
  },
];
