import { LakeFsReplay } from './LakeFsReplay';
import { replayLakeFs } from './replayLakeFs';
import { deleteBranch } from '../operations/branches';
import { removeObject } from '../operations/objects';

const MER = 'mer';
const PARALLEL = 'several requests at once: see concurrency.test.ts';

/** A branch from main with one commit. */
const branched =
  (name: string, objects: Record<string, string>) =>
  async (replay: LakeFsReplay) => {
    replay.branch(MER, name);
    replay.put(MER, name, objects);
    await replay.commit(MER, name, `${name} change`);
  };

replayLakeFs({
  topic: 'merge',
  setUp: async replay => {
    await replay.repository(MER, { 'a.txt': '0' });
    await branched('ff', { 'ff.txt': 'f' })(replay);
  },
  before: {
    'merge without a body': branched('nobody', { 'nobody.txt': 'n' }),
    'merge with {}': branched('emptybody', { 'emptybody.txt': 'e' }),
    conflict: async replay => {
      await branched('c2', { 'a.txt': 'two', 'c2.txt': '2' })(replay);
      await branched('c3', { 'a.txt': 'three', 'c3.txt': '3' })(replay);
      replay.put(MER, 'main', { 'a.txt': 'one' });
      await replay.commit(MER, 'main', 'one');
    },
    squash: branched('sq', { 'sq.txt': 's' }),
    'source with only uncommitted data': replay => {
      replay.branch(MER, 'dsrc');
      replay.put(MER, 'dsrc', { 'left.txt': 'l' });
    },
    'dirty destination': async replay => {
      await replay.commit(MER, 'dsrc', 'left');
      replay.put(MER, 'main', { 'dirty.txt': 'd' });
    },
    'dirty source': ({ server }) => {
      const repository = server.repository(MER);
      repository.makeBranch('main', repository.branch('main').commitId);
    },
    'source branch vanished': async replay => {
      await branched('van', { 'van.txt': 'v' })(replay);
      const repository = replay.server.repository(MER);
      replay.rename(
        'f830b87eeabc9611d12a68ebcb493648e0775cf43866706f62e5103f9c3e7dfe',
        repository.branch('van').commitId,
      );
      await deleteBranch(replay.server, repository, 'van', false);
    },
    'message of 1,000 characters': replay => {
      replay.put(MER, 'ff', { 'ff.txt': 'again' });
      return replay.commit(MER, 'ff', 'again').then(() => {});
    },
    'conflict: deleted here, changed there': async replay => {
      await branched('del2', { 'a.txt': 'changed' })(replay);
      const repository = replay.server.repository(MER);
      removeObject(replay.server, repository, 'main', 'a.txt');
      await replay.commit(MER, 'main', 'deleted');
    },
    'into a protected branch': async replay => {
      await branched('pb', { 'pb.txt': 'p' })(replay);
      const repository = replay.server.repository(MER);
      repository.putSettings({
        ...repository.settings,
        protectedBranches: ['main'],
      });
      replay.clock.advance(10_000);
    },
  },
  excluded: {
    'two merges at once': PARALLEL,
    'the same merge twice at once': PARALLEL,
    'two merges that conflict at once': PARALLEL,
  },
  statusOnly: {
    'conflict, found by diff': 'the bytes of the objects are not recorded',
    'log after merge': 'dates and messages before the merge are not recorded',
    'log after merge without a body': 'generations before are not recorded',
    'log after source-wins': 'generations before are not recorded',
    'log after squash': 'generations before are not recorded',
    'diff of it': 'the bytes of the objects are not recorded',
  },
});
