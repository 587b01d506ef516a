import { replayLakeFs } from './replayLakeFs';

const SIDE_BY_SIDE =
  'requests at once have no order to replay: see operations/concurrency.test.ts';

replayLakeFs({
  topic: 'concurrency',
  excluded: Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`${at}`, SIDE_BY_SIDE]),
  ),
});
