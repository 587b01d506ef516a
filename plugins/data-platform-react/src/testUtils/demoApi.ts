import {
  PlatformResource,
  ResourcePage,
} from '@millrace/backstage-plugin-data-platform-common';
import { ResourceQuery } from '../api/View';
import { adoptionFixture } from './adoptionFixtures';
import { approvalFixtures, approvalPageFixture } from './approvalFixtures';
import { agoFrom } from './assessments';
import { FakeDataPlatformApi } from './FakeDataPlatformApi';
import {
  notebookDetailFixture,
  notebookFixtures,
  notebookPageFixture,
} from './notebookFixtures';
import { notebookOptionsFixture } from './notebookOptionsFixture';
import {
  domainFixture,
  jobFixture,
  operationFixture,
  planFixture,
  presetsFixture,
  sourceFixtures,
  summaryFixture,
} from './platformFixtures';
import {
  countsOf,
  resourceDetailFixture,
  resourceFixtures,
} from './resourceFixtures';
import { runDetailFixture, runFixtures, runPageFixture } from './runFixtures';
import { LOG } from './texts';

/** A platform with something of everything, for tests and for looking at screens. */
export function demoApi(now: number = Date.now()): FakeDataPlatformApi {
  const ago = agoFrom(now);
  const rows = resourceFixtures(ago);
  const runs = runFixtures(ago);
  const approvals = approvalFixtures(ago);
  const api = new FakeDataPlatformApi({
    resources: query => pageOf(rows, query),
    resource: ({ id }) =>
      resourceDetailFixture(ago, rows.find(row => row.id === id) ?? rows[0]),
    runs: runPageFixture(runs),
    run: ({ id }) =>
      runDetailFixture(ago, runs.find(run => run.id === id) ?? runs[0]),
    summary: summaryFixture(ago),
    job: jobFixture(ago),
    domain: domainFixture(),
    domains: ({ q = '' }) => {
      const items = ['marketing', 'sales']
        .filter(name => name.includes(q))
        .map(name => ({ entityRef: `domain:default/${name}` }));
      return { items, total: items.length, warming: false };
    },
    sources: { items: sourceFixtures(ago) },
    presets: presetsFixture(),
    operations: { items: [] },
    approvals: query => approvalPageFixture(approvals, query),
    approval: ({ id }) => approvals.find(one => one.id === id) ?? approvals[0],
    notebooks: query => notebookPageFixture(notebookFixtures(ago), query),
    notebook: notebookDetailFixture(ago),
    notebookOptions: notebookOptionsFixture(),
    adoption: adoptionFixture(ago),
  });
  api.planResult = planFixture();
  api.operationStates = [
    operationFixture(ago, 'running'),
    operationFixture(ago, 'done'),
  ];
  api.logText = LOG;
  return api;
}

function pageOf(rows: PlatformResource[], query: ResourceQuery): ResourcePage {
  const text = query.q?.toLowerCase();
  const before = rows.filter(
    row =>
      (!query.source || row.source === query.source) &&
      (!query.kind || row.kind === query.kind.split('.')[0]) &&
      (!query.domainRef || row.domainRef === query.domainRef) &&
      (!text || `${row.name} ${row.assessment.message}`.includes(text)),
  );
  const shown = query.health?.length
    ? before.filter(row => query.health!.includes(row.assessment.health))
    : before;
  const offset = query.offset ?? 0;
  return {
    items: shown.slice(offset, offset + (query.limit ?? 50)),
    total: shown.length,
    counts: countsOf(before),
    version: 200,
    warming: false,
  };
}
