import { replayLakeFs } from './replayLakeFs';

const NO_GATEWAY = 'the sandbox has no S3 gateway';
const NO_BACKUP = 'dump, restore and metaranges are not served';

replayLakeFs({
  topic: 'errors',
  setUp: async replay => {
    await replay.repository('err');
  },
});

replayLakeFs({
  topic: 'not-in-community',
  setUp: async replay => {
    await replay.repository('ent', { 'a.txt': '1' });
  },
  excluded: {
    'dump, submit': NO_BACKUP,
    'dump, status': NO_BACKUP,
    'dump, unknown task': NO_BACKUP,
    'restore into a repository that is not bare': NO_BACKUP,
    'usage report': 'the sandbox counts no requests',
    metrics: 'the sandbox has no metrics',
    root: 'the page of the sandbox is its own',
    symlink: 'symlinks of the Hive metastore are not served',
    metarange: NO_BACKUP,
  },
});

replayLakeFs({
  topic: 's3-gateway',
  excluded: Object.fromEntries(
    Array.from({ length: 24 }, (_, at) => [`${at}`, NO_GATEWAY]),
  ),
});

replayLakeFs({
  topic: 'import',
  excluded: Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [
      `${at}`,
      'recorded from a server with import switched on',
    ]),
  ),
});
