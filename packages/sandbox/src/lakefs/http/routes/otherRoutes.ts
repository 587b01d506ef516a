import { LakeFsError, notFound } from '../../model/LakeFsError';
import { parameters } from '../parameters';
import { repositoryOf, Route } from '../Route';
import { schemaRef } from '../schemas';

const REPOSITORY = '/repositories/{repository}';
const IMPORT = `${REPOSITORY}/branches/{branch}/import`;

/** What this server's storage does not support, with the answers that say so. */
export const otherRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: IMPORT,
    body: schemaRef('ImportCreation'),
    handle(call) {
      repositoryOf(call);
      throw new LakeFsError(403, 'import is not supported for this storage');
    },
  },
  {
    method: 'GET',
    path: IMPORT,
    parameters: { id: parameters.required },
    handle(call) {
      repositoryOf(call);
      throw notFound();
    },
  },
  {
    method: 'DELETE',
    path: IMPORT,
    parameters: { id: parameters.required },
    handle(call) {
      repositoryOf(call);
      throw notFound();
    },
  },
];
