import { isObject } from '../../../json/isObject';
import { takePage } from '../../model/Page';
import {
  createRepository,
  deleteRepository,
  RepositoryCreation,
} from '../../operations/repositories';
import { paging, parameters } from '../parameters';
import { bodyOf, NO_CONTENT, pageAnswer, repositoryOf, Route } from '../Route';
import { schemaRef } from '../schemas';
import { repositoryJson } from '../shapes';

const REPOSITORIES = '/repositories';
const REPOSITORY = '/repositories/{repository}';

/** Repositories and what people note about them. */
export const repositoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: REPOSITORIES,
    parameters: { ...paging, search: parameters.text },
    handle({ lakeFs, query }) {
      const search = query.text('search');
      const found = function* found() {
        const all = lakeFs.repositories.list(
          query.text('after'),
          query.text('prefix'),
        );
        for (const [id, repository] of all) {
          if (id.includes(search)) yield repository;
        }
      };
      const { items, hasMore } = takePage(found(), query.amount());
      const next = items.at(-1)?.info.id ?? '';
      return pageAnswer(items.map(repositoryJson), hasMore, next);
    },
  },
  {
    method: 'POST',
    path: REPOSITORIES,
    parameters: { bare: parameters.flag },
    body: schemaRef('RepositoryCreation'),
    handle(call) {
      const bare = call.query.flag('bare');
      const creation = bodyOf<RepositoryCreation>(call);
      const made = repositoryJson(
        createRepository(call.lakeFs, { ...creation, bare }),
      );
      const { read_only: _, ...bareJson } = made;
      return { status: 201, json: bare ? bareJson : made };
    },
  },
  {
    method: 'GET',
    path: REPOSITORY,
    handle: call => ({ status: 200, json: repositoryJson(repositoryOf(call)) }),
  },
  {
    method: 'DELETE',
    path: REPOSITORY,
    parameters: { force: parameters.flag },
    async handle({ lakeFs, path, query }) {
      await deleteRepository(lakeFs, path.repository, query.flag('force'));
      return NO_CONTENT;
    },
  },
  {
    method: 'GET',
    path: `${REPOSITORY}/metadata`,
    handle: call => ({
      status: 200,
      json: repositoryOf(call).settings.metadata,
    }),
  },
  {
    method: 'POST',
    path: `${REPOSITORY}/metadata`,
    body: schemaRef('RepositoryMetadataSet'),
    handle(call) {
      const repository = repositoryOf(call);
      const { settings } = repository;
      const { metadata } = bodyOf<{ metadata: Record<string, string> }>(call);
      repository.putSettings({
        ...settings,
        metadata: { ...settings.metadata, ...metadata },
      });
      return NO_CONTENT;
    },
  },
  {
    method: 'DELETE',
    path: `${REPOSITORY}/metadata`,
    body: schemaRef('RepositoryMetadataKeys'),
    handle(call) {
      const repository = repositoryOf(call);
      const { settings } = repository;
      const keys = isObject(call.body)
        ? bodyOf<{ keys: string[] }>(call).keys
        : [];
      const kept = Object.entries(settings.metadata).filter(
        ([key]) => !keys.includes(key),
      );
      repository.putSettings({
        ...settings,
        metadata: Object.fromEntries(kept),
      });
      return NO_CONTENT;
    },
  },
];
