import { LakeFsReplay } from './LakeFsReplay';
import { replayLakeFs } from './replayLakeFs';

const COM = 'com';

const staged =
  (objects: Record<string, string>, branch = 'main') =>
  (replay: LakeFsReplay) =>
    replay.put(COM, branch, objects);

async function many(replay: LakeFsReplay): Promise<void> {
  for (let at = 0; at < 130; at++) {
    replay.put(COM, 'main', { [`n/${at % 7}.txt`]: `${at}` });
    await replay.commit(COM, 'main', `n${at}`);
  }
}

replayLakeFs({
  topic: 'commits',
  setUp: async replay => {
    await replay.repository(COM);
  },
  before: {
    'commit, empty message': staged({ 'a.txt': '1' }),
    'commit, blank message': staged({ 'a.txt': '2' }),
    'commit with metadata': staged({ 'a.txt': '3' }),
    'commit with date': staged({ 'b/1.txt': '1' }),
    'commit with a non-string metadata value': staged({ 'b/2.txt': '2' }),
    'commit, reserved metadata key': staged({ 'b/3.txt': '3' }),
    'log, default page': many,
  },
  excluded: {
    ...Object.fromEntries(
      Array.from({ length: 23 }, (_, at) => [
        `${at + 35}`,
        'made of commits that the recording does not hold: see picks.test.ts',
      ]),
    ),
  },
  statusOnly: {
    'commit, long message': 'the recording leaves the body out',
    'log since': 'the clock of the replay is behind',
  },
});
