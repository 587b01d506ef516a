import {
  Approval,
  emptyCounts,
  LakefsBranch,
  LakefsBranchPage,
  LakefsRepository,
  OperationAvailability,
  ResourceDetail,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  agoFrom,
  FakeDataPlatformApi,
  operationFixture,
  planFixture,
  runFixtures,
  runPageFixture,
  sourceFixtures,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { branchFixtures, NOW } from './branchFixtures';
import {
  branchOperations,
  commitFixtures,
  deletedFixtures,
  repositoryFixture,
} from './lakeFixtures';

const LAKE: Source = {
  name: 'lake',
  type: 'lakefs',
  state: 'connected',
  message: 'Connected to lakeFS 1.84.0.',
  kinds: [],
};

type Asked = Readonly<Record<string, string | number | boolean | undefined>>;

/** What the fake lake holds, where it differs from the fixtures. */
export interface LakeScene {
  repository?: LakefsRepository;
  branches?: readonly LakefsBranch[];
  operations?: readonly OperationAvailability[];
  approvals?: readonly Approval[];
}

/** A platform with one lakeFS repository, with a branch in every state. */
export function lakeApi(scene: LakeScene = {}): FakeDataPlatformApi {
  const {
    repository = repositoryFixture(),
    branches = branchFixtures(),
    operations = branchOperations(),
    approvals = [],
  } = scene;
  const ago = agoFrom(NOW);
  const at = `lakefs/repositories/${repository.source}/${repository.repository}`;
  const api = new FakeDataPlatformApi({
    sources: { items: [...sourceFixtures(ago), LAKE] },
    operations: { items: [] },
    approvals: ({ state }) => {
      const items = approvals.filter(one => !state || one.state === state);
      return { items, total: items.length, toReview: 0 };
    },
    resource: ({ id }) => detailOf(branches, id, operations),
    system: {
      'lakefs/repositories': { items: [repository], total: 1 },
      'lakefs/branches': asked => branchPage(branches, asked),
      [`${at}/deleted`]: ({ q }) => {
        const items = deletedFixtures().filter(({ name }) =>
          name.includes(String(q ?? '')),
        );
        return { items, total: items.length };
      },
      [`${at}/refs`]: ({ q }) => refsOf(branches, String(q ?? '')),
      [`${at}/commits`]: { items: commitFixtures() },
      ...Object.fromEntries(
        branches.map(({ resource }) => [
          `lakefs/branches/${resource.id}/runs`,
          runPageFixture(runFixtures(ago)),
        ]),
      ),
    },
  });
  api.planResult = planFixture();
  api.operationStates = [
    operationFixture(ago, 'running'),
    operationFixture(ago, 'done'),
  ];
  return api;
}

function detailOf(
  branches: readonly LakefsBranch[],
  id: string,
  operations: readonly OperationAvailability[],
): ResourceDetail {
  const row = branches.find(each => each.resource.id === id)!.resource;
  return {
    ...row,
    assessment: {
      evidence: [
        {
          kind: 'object',
          subject: `Branch ${row.name}`,
          reason: row.assessment.reason,
          message: 'As lakeFS tells it.',
        },
      ],
      remedies: [],
      ...row.assessment,
    },
    links: [],
    pods: [],
    events: [],
    timeline: [],
    operations: [...operations],
  };
}

function refsOf(branches: readonly LakefsBranch[], q: string) {
  const found = branches.filter(({ name }) => name.includes(q));
  return {
    branches: found.map(({ name, head }) => ({
      type: 'branch',
      name,
      commit: head,
    })),
    moreBranches: false,
    tags: 'orders-2026-q3'.startsWith(q)
      ? [{ type: 'tag', name: 'orders-2026-q3', commit: '7'.repeat(64) }]
      : [],
    moreTags: false,
    deleted: [],
  };
}

/** Filters and pages as the backend does, as far as tests need it. */
export function branchPage(
  branches: readonly LakefsBranch[],
  asked: Asked,
): LakefsBranchPage {
  const { name, q, owner, health, reason, offset = 0, limit = 50 } = asked;
  const among = (list: unknown, value: string | undefined) =>
    !list || String(list).split(',').includes(String(value));
  const before = branches.filter(
    branch =>
      (!name || branch.name === name) &&
      (!q || `${branch.name} ${branch.purpose}`.includes(String(q))) &&
      among(owner, branch.owner) &&
      (!asked.protected ||
        (asked.protected === 'yes') === (branch.protectedBy !== undefined)),
  );
  const shown = before.filter(
    ({ resource: { assessment } }) =>
      among(health, assessment.health) && among(reason, assessment.reason),
  );
  const counts = emptyCounts();
  const reasons: Record<string, number> = {};
  before.forEach(({ resource: { assessment } }) => {
    counts[assessment.health] += 1;
    reasons[assessment.reason] = (reasons[assessment.reason] ?? 0) + 1;
  });
  return {
    items: shown.slice(Number(offset), Number(offset) + Number(limit)),
    total: shown.length,
    counts,
    reasons,
    owners: [...new Set(branches.flatMap(each => each.owner ?? []))],
    warming: false,
  };
}
