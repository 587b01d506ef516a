import { replayLakeFs } from './replayLakeFs';

replayLakeFs({
  topic: 'restore-a-branch',
  setUp: async replay => {
    await replay.repository('res', { 'a.txt': '1' });
    replay.branch('res', 'exp');
    replay.put('res', 'exp', { 'kept.txt': 'kept' });
    await replay.commit('res', 'exp', 'kept');
    replay.put('res', 'exp', { 'lost.txt': 'never committed' });
  },
  statusOnly: {
    'objects by commit id': 'the bytes of the objects are not recorded',
    'after: objects': 'the bytes of the objects are not recorded',
    'after: log': 'the messages of the commits are not recorded',
  },
});
