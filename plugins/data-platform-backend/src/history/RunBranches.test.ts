import { TestDatabaseId } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import { migrated, testDatabases } from '../__testUtils__/databases';
import { FakeIndex } from '../http/__testUtils__/FakeIndex';
import { ToyBranches, branch } from '../operations/__testUtils__/ToyBranches';
import { BranchesOfRuns } from '../rollup/BranchesOfRuns';
import { FakeEntities } from '../http/__testUtils__/fakes';
import { RunReader } from '../rollup/RunReader';
import { historyOn, succeeded } from './__testUtils__/historyDatabases';
import { pruneHistory } from './pruneHistory';
import { RUN_BRANCHES, RunBranches, runKey } from './RunBranches';

const databases = testDatabases();
const made = { operation: 'op-1', at: Date.parse('2026-03-02T09:00:00Z') };
const object = (uid: string) => ({ source: 'eu', uid });

describe.each(databases.eachSupportedId())(
  'branches of runs, %s',
  (id: TestDatabaseId) => {
    let database: Knex;
    let records: RunBranches;

    beforeEach(async () => {
      database = await migrated(await databases.init(id));
      await database(RUN_BRANCHES).delete();
      await database('data_platform_runs').delete();
      records = new RunBranches(database, { run: read => read() });
    });

    it('keeps what was noted first, however often it is noted', async () => {
      await records.put(object('a'), branch(), made);
      await records.put(object('a'), branch('other'), made);
      await records.put({ source: 'us', uid: 'a' }, branch('us'), made);
      const known = await records.of([object('a'), object('b')]);
      expect(known.get(runKey(object('a')))).toEqual(branch());
      expect(known.has(runKey(object('b')))).toBe(false);
      expect(await records.on(branch(), 10)).toEqual(new Set(['eu a']));
      expect(await records.on(branch('other'), 10)).toEqual(new Set());
    });

    it('finds the latest where there are too many', async () => {
      for (const [at, uid] of ['a', 'b', 'c'].entries()) {
        await records.put(object(uid), branch(), { ...made, at });
      }
      expect(await records.on(branch(), 2)).toEqual(new Set(['eu c', 'eu b']));
    });

    it('tells runs with their branch, and the runs of a branch with their figures', async () => {
      const { history } = historyOn(database);
      const index = new FakeIndex();
      const toy = new ToyBranches();
      toy.show(index);
      const reader = new RunReader({
        index,
        history,
        entities: new FakeEntities(),
        runOf: () => undefined,
        branches: new BranchesOfRuns({
          records,
          systems: [toy.system()],
          index,
        }),
      });
      history.record(succeeded('r1', { uid: 'a' }));
      history.record(succeeded('r2', { uid: 'b' }));
      history.record(succeeded('r3', { uid: 'c' }));
      await history.flush();
      await records.put(object('a'), branch(), made);
      await records.put(object('c'), branch('gone'), made);

      const all = await reader.page({ limit: 10 }, () => true);
      const byId = new Map(all.items.map(run => [run.id, run.branch]));
      const entityRef = 'resource:default/lake';
      expect(byId.get('r1')).toEqual({
        ...branch(),
        resourceId: 'Branch-fix',
        entityRef,
      });
      expect(byId.get('r2')).toBeUndefined();
      expect(byId.get('r3')).toEqual({ ...branch('gone'), entityRef });

      const on = await reader.page({ branch: branch(), limit: 10 }, () => true);
      expect(on.items.map(run => run.id)).toEqual(['r1']);
      expect(on.stats).toMatchObject({ finished: 1, succeeded: 1 });
      const one = await reader.get(
        'r1',
        () => true,
        () => true,
      );
      expect(one?.branch?.branch).toBe('fix');

      const hidden = await reader.page(
        { limit: 10 },
        row => row.nature === 'run',
      );
      expect(hidden.items.find(run => run.id === 'r1')?.branch).toEqual(
        branch(),
      );
      await history.stop();
    });

    it('is not asked for where no system has data branches', async () => {
      const of = jest.spyOn(records, 'of');
      const branches = new BranchesOfRuns({
        records,
        systems: [{ ...new ToyBranches().system(), dataBranches: undefined }],
        index: new FakeIndex(),
      });
      const runs = [{ ...succeeded('r1', { uid: 'a' }), live: true }];
      expect(await branches.noted(runs, () => true)).toEqual(runs);
      expect(of).not.toHaveBeenCalled();
    });

    it('says where it is not known which runs are on a branch', async () => {
      const { history } = historyOn(database);
      const away = new ServiceUnavailableError('The database is away.');
      jest.spyOn(records, 'on').mockRejectedValueOnce(away);
      const index = new FakeIndex();
      const reader = new RunReader({
        ...{ index, history, entities: new FakeEntities() },
        runOf: () => undefined,
        branches: new BranchesOfRuns({ records, systems: [], index }),
      });
      const page = await reader.page(
        { branch: branch(), limit: 10 },
        () => true,
      );
      expect(page).toMatchObject({ items: [], problem: away.message });
      await history.stop();
    });

    it('goes with its run, and stays while that is kept', async () => {
      const { history } = historyOn(database);
      history.record(succeeded('r1', { uid: 'a' }));
      await history.stop();
      await records.put(object('a'), branch(), { ...made, at: 0 });
      await records.put(object('b'), branch(), { ...made, at: 0 });
      const prune = (now: string) =>
        pruneHistory({
          database,
          now: Date.parse(now),
          signal: new AbortController().signal,
        });
      await prune('2026-03-03T00:00:00Z');
      expect([...(await records.on(branch(), 10))]).toEqual(['eu a']);
      await prune('2027-03-03T00:00:00Z');
      expect([...(await records.on(branch(), 10))]).toEqual([]);
    });
  },
);
