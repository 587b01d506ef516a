import {
  FakeDataPlatformApi,
  FakeRoute,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import {
  checkFixture,
  conflictsFixture,
  diffFixture,
  diffPageFixture,
  groupFixture,
  groupsFixture,
  hooksFixture,
  previewFixture,
} from './changeFixtures';
import { lakeApi, LakeScene } from './lakeApi';

const AT = 'lakefs/repositories/lake/sales-lake';

/** The lake of the fixtures, with differences, objects and checks; `routes` replaces answers, by what follows the repository. */
export function changeApi(
  routes: Readonly<Record<string, FakeRoute>> = {},
  scene: LakeScene = {},
): FakeDataPlatformApi {
  const api = lakeApi(scene);
  const answers: Record<string, FakeRoute> = {
    'diff-groups': groupsFixture([
      groupFixture('tables/customers/', {
        counts: { removed: 1 },
        objects: 1,
        addedBytes: 0,
        removedBytes: 512,
      }),
      groupFixture('tables/orders/'),
    ]),
    diff: ({ prefix }) =>
      diffPageFixture(String(prefix), [
        diffFixture(`${prefix}data/a.csv`),
        diffFixture(`${prefix}data/b.csv`, 'changed'),
        diffFixture(`${prefix}data/c.csv`, 'removed'),
      ]),
    uncommitted: diffPageFixture('', []),
    conflicts: conflictsFixture(),
    checks: { items: [checkFixture('run-2')] },
    'checks/run-1': { id: 'run-1', hooks: hooksFixture(), moreHooks: false },
    'checks/run-2': { id: 'run-2', hooks: [], moreHooks: false },
    objects: { items: [] },
    preview: ({ path }) => previewFixture({ path: String(path) }),
    ...routes,
  };
  api.views.system = {
    ...api.views.system,
    ...Object.fromEntries(
      Object.entries(answers).map(([path, route]) => [`${AT}/${path}`, route]),
    ),
  };
  return api;
}

/** What a route was asked, in order. */
export function askedOf(api: FakeDataPlatformApi, path: string) {
  return api.reads.flatMap(view =>
    view.name === 'system' && view.query.path.endsWith(`/${path}`)
      ? [view.query.query]
      : [],
  );
}
