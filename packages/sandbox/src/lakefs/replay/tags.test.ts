import { replayLakeFs } from './replayLakeFs';

replayLakeFs({
  topic: 'tags',
  setUp: async replay => {
    await replay.repository('tag', { a: '1' });
  },
});
