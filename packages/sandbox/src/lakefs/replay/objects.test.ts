import { LakeFsReplay } from './LakeFsReplay';
import { replayLakeFs } from './replayLakeFs';

function loseBytes(replay: LakeFsReplay): void {
  replay.put('obj', 'main', { 'lost.txt': 'lost' });
  const { blobs } = replay.server;
  const lost = replay.server
    .repository('obj')
    .branch('main')
    .staged.get('lost.txt');
  blobs.delete(lost!.entry!.physicalAddress);
}

replayLakeFs({
  topic: 'objects',
  setUp: async replay => {
    await replay.repository('obj');
  },
  before: {
    'get by tag or commit': async replay => {
      await replay.commit('obj', 'main', 'all');
    },
    'get, bytes lost in storage': loseBytes,
  },
  statusOnly: {
    '65': 'the real server has begun to answer with headers of the object',
    '66': 'the bytes that were lost are not known',
    '67': 'the bytes that were lost are not known',
  },
});
