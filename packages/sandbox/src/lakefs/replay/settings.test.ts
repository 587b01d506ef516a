import { LakeFsReplay } from './LakeFsReplay';
import { replayLakeFs } from './replayLakeFs';

const GC_JOBS =
  'what the garbage collection job asks for: nothing in the sandbox collects garbage';

replayLakeFs({
  topic: 'gc-rules',
  setUp: async replay => {
    await replay.repository('gcr');
  },
  excluded: {
    'prepare commits': GC_JOBS,
    'prepare commits, async': GC_JOBS,
    'prepare uncommitted': GC_JOBS,
  },
});

async function protectedRepository(replay: LakeFsReplay): Promise<void> {
  await replay.repository('prot', { 'a.txt': '1' });
  replay.branch('prot', 'release-1');
  replay.branch('prot', 'dev');
  replay.put('prot', 'dev', { 'dev.txt': 'd' });
  const picked = await replay.commit('prot', 'dev', 'c');
  replay.rename(
    '51cf20536f9f7c54716877af26b7fe79c985cf5bfa5fb5031cadedad22be5157',
    picked,
  );
}

replayLakeFs({
  topic: 'branch-protection',
  setUp: protectedRepository,
  before: {
    'upload to a protected branch': replay => {
      replay.put('prot', 'main', { 'dirty.txt': 'left from before the rule' });
      replay.clock.advance(6_000);
    },
    'merge into a protected branch': ({ server }) => {
      const repository = server.repository('prot');
      const { commitId } = repository.branch('main');
      repository.makeBranch('main', commitId);
    },
  },
  excluded: {
    '3': 'the client of the recording sent the header empty; fetch leaves it out',
    '5': 'the client of the recording sent the header empty; fetch leaves it out',
  },
});
