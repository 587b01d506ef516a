import { LakeFsReplay } from './LakeFsReplay';
import { replayLakeFs } from './replayLakeFs';

async function setUp(replay: LakeFsReplay): Promise<void> {
  await replay.repository('brn', { 'a.txt': '1' });
  const { server } = replay;
  const repository = server.repository('brn');
  const head = repository.branch('main');
  repository.putTag('v1', head.commitId);
  replay.branch('brn', 'dirty');
  replay.put('brn', 'dirty', { 'u.txt': 'u' });
  replay.branch('brn', 'dirty2');
  replay.put('brn', 'dirty2', { 'u.txt': 'u', 'v/1.txt': '1', 'w.txt': 'w' });
}

function manyBranches({ server }: LakeFsReplay): void {
  const repository = server.repository('brn');
  const { commitId } = repository.branch('main');
  for (let at = 0; at < 1200; at++) {
    const name = `p-${String(at).padStart(4, '0')}`;
    repository.makeBranch(name, commitId);
  }
}

replayLakeFs({
  topic: 'branches',
  setUp,
  before: {
    'hard reset, dirty': replay =>
      replay.put('brn', 'dirty2', { 'z.txt': 'z' }),
    'list, default amount': replay => {
      const repository = replay.server.repository('brn');
      // The recording took the longest away before it counted.
      for (const [name] of [...repository.branches.list()]) {
        if (name.length > 300) repository.deleteBranch(name);
      }
      manyBranches(replay);
    },
    'list, page in which hidden ones are skipped': ({ server }) => {
      const repository = server.repository('brn');
      const { commitId } = repository.branch('main');
      repository.makeBranch('zz-hidden', commitId, true);
      repository.makeBranch('zz-visible', commitId);
    },
  },
  statusOnly: {
    'get, name of 20000 characters': 'the recording leaves the body out',
  },
});
