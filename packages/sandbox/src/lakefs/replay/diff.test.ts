import { removeObject } from '../operations/objects';
import { LakeFsReplay } from './LakeFsReplay';
import { replayLakeFs } from './replayLakeFs';

const BASE = {
  'both.txt': 'b',
  'change.txt': '1',
  'dir/a.txt': 'a',
  'dir/b.txt': 'b',
  'gone.txt': 'g',
  'old-name.txt': '0123456789',
};

function change(replay: LakeFsReplay): void {
  replay.put('dif', 'dev', {
    'both.txt': 'dev',
    'change.txt': '2',
    'dir/a.txt': 'a2',
    'dir/sub/c.txt': 'c',
    'new-name.txt': '0123456789',
    'new.txt': 'n',
  });
  const repository = replay.server.repository('dif');
  for (const path of ['gone.txt', 'old-name.txt']) {
    removeObject(replay.server, repository, 'dev', path);
  }
}

async function load(replay: LakeFsReplay): Promise<void> {
  await replay.repository('big', { 'README.md': 'big' });
  replay.branch('big', 'load');
  const objects: Record<string, string> = {};
  for (let at = 0; at < 5000; at++) {
    const name = String(at).padStart(5, '0');
    objects[`part=${at % 10}/${name}.parquet`] = name.repeat(4);
  }
  replay.put('big', 'load', objects);
}

async function headIs(replay: LakeFsReplay): Promise<void> {
  const repository = replay.server.repository('dif');
  const ids = {
    dev: '4ed46b8e822501750f54d8b5546329c3e30455a48715d5b2dd066470d6b3c01a',
    main: '1b4defdeba2c40ddf0addd9f8217ad0910ea1baaae608c440c5bc6487f7e3b33',
  };
  for (const [name, recorded] of Object.entries(ids)) {
    replay.rename(recorded, repository.branch(name).commitId);
  }
}

replayLakeFs({
  topic: 'diff',
  setUp: async replay => {
    await replay.repository('dif', BASE);
    replay.branch('dif', 'dev');
  },
  before: {
    uncommitted: change,
    'two branches': async replay => {
      await replay.commit('dif', 'dev', 'change');
    },
    'three_dot after both moved': async replay => {
      replay.put('dif', 'main', { 'both.txt': 'main', 'main-only.txt': 'm' });
      await replay.commit('dif', 'main', 'main moves');
    },
    'commit against commit': headIs,
    '5,000 uncommitted, default page': load,
  },
  statusOnly: {
    'two branches, right stats': 'the bytes of the objects are not recorded',
    'list of 5,000': 'the bytes of the objects are not recorded',
  },
});
