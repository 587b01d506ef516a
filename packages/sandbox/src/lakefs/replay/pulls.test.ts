import { LakeFsReplay } from './LakeFsReplay';
import { replayLakeFs } from './replayLakeFs';
import { createPull } from '../operations/pulls';

const PULL = 'pull';

async function setUp(replay: LakeFsReplay): Promise<void> {
  await replay.repository(PULL, { 'a.txt': '1' });
  for (const name of ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7']) {
    replay.branch(PULL, name);
    if (name === 'f6') continue;
    const path = name === 'f4' ? 'a.txt' : `${name}.txt`;
    replay.put(PULL, name, { [path]: name });
    await replay.commit(PULL, name, name);
  }
}

/** Opens a pull request that the recording only merges, under its recorded id. */
const opened =
  (
    title: string,
    source: string,
    recorded: string,
    beside: (replay: LakeFsReplay) => Promise<void> | void = () => {},
  ) =>
  async (replay: LakeFsReplay) => {
    const { server } = replay;
    await beside(replay);
    const { id } = createPull(server, server.repository(PULL), {
      title,
      source_branch: source,
      destination_branch: 'main',
    });
    replay.rename(recorded, id);
  };

replayLakeFs({
  topic: 'pull-requests',
  setUp,
  before: {
    'update, status merged': opened('Add f2', 'f2', '4oouu91ksducunst57o0'),
    close: opened('Add f3', 'f3', '4oouu91ksducunst57pg'),
    'merge, conflict': opened(
      'f4, conflicts',
      'f4',
      '4oouu91ksducunst57u0',
      async replay => {
        replay.put(PULL, 'main', { 'a.txt': 'main' });
        await replay.commit(PULL, 'main', 'main moves');
      },
    ),
    'delete the source branch of an open one': opened(
      'f5, branch vanishes',
      'f5',
      '4oouu91ksducunst57ug',
    ),
    'merge, dirty destination': opened(
      'f7',
      'f7',
      '4oouu91ksducunst580g',
      replay => replay.put(PULL, 'main', { 'dirty.txt': 'd' }),
    ),
  },
  statusOnly: {
    list: 'titles of some are not recorded elsewhere',
    'list, open': 'titles of some are not recorded elsewhere',
  },
});
