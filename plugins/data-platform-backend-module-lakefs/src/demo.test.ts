import {
  demoLakeFs,
  RunningLakeFs,
  startLakeFsSandbox,
} from '@millrace/sandbox';
import { Knex } from 'knex';
import { recordDatabase } from './__testUtils__/recordDatabase';
import { branchDefinition } from './assess/branchDefinition';
import { LakefsSource } from './LakefsSource';
import { BranchObject } from './model/objects';
import { BranchRecords } from './records/BranchRecords';

/** The repository that people meet first. */
describe('the demo repository', () => {
  let lake: RunningLakeFs;
  let db: Knex;

  beforeAll(async () => {
    lake = await startLakeFsSandbox({ ...demoLakeFs() });
    db = await recordDatabase();
  });
  afterAll(async () => {
    await lake.stop();
    await db.destroy();
  });

  it('has branches in every verdict', async () => {
    const source = new LakefsSource({
      server: {
        ...{ name: 'lakefs', endpoint: lake.url, uiUrl: lake.url },
        key: {
          accessKeyId: lake.accessKeyId,
          secretAccessKey: lake.secretAccessKey,
        },
        staleMs: 30 * 86_400_000,
        domains: [],
      },
      records: new BranchRecords(db),
      after: () => () => {},
    });
    const objects = await source.list(
      'sales-lake',
      new AbortController().signal,
    );
    const verdicts = objects
      .filter(({ kind }) => kind === 'Branch')
      .map(object => [
        object.metadata.name,
        branchDefinition.assess(
          object as BranchObject,
          {
            now: Date.now(),
          } as never,
        ).reason,
      ]);
    expect(Object.fromEntries(verdicts)).toMatchObject({
      main: 'Protected',
      'orders-late-arrivals': 'Ahead',
      'customers-dedup-trial': 'WouldConflict',
      'price-as-text': 'CheckFailed',
      'backfill-2025': 'Expired',
      'abandoned-experiment': 'Stale',
      'returns-wip': 'Uncommitted',
    });
  });
});
