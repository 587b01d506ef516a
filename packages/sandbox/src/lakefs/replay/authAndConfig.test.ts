import { replayLakeFs } from './replayLakeFs';

replayLakeFs({
  topic: 'auth-and-config',
  excluded: { openapi: 'the sandbox does not serve the OpenAPI document' },
});
