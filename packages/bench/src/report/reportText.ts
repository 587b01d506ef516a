import { ScriptSizes } from '../browser/loadedScripts';
import { LatencySummary } from '../measure/Latencies';
import { RequestWindow } from '../measure/tabRequests';
import { PART_TITLES } from '../Parts';
import { Scale, workloads } from '../Scale';
import { Figures, PartName } from './Figures';
import { milliseconds, ms, ratio } from './numbers';
import { Report, Run } from './Report';
import { table } from './table';
import { sizeOf, TargetResult } from './targets';

/** The report as text for a terminal, and for the document. */
export function reportText(report: Report): string {
  return [
    circumstances(report),
    ...report.runs.map(sections),
    promises(report.targets),
  ].join('\n\n');
}

function sections(run: Run): string {
  const { figures, scale } = run;
  return [
    `=== ${sizeOf(scale)}: ${workloads(scale)} workloads on ${
      scale.clusters
    } clusters (${run.seconds} s)`,
    alone(figures),
    lakefs(figures),
    coldStart(figures),
    streams(figures),
    reads(run),
    tabs(figures),
    changes(figures),
    browser(figures),
    creation(figures),
    outage(run),
    fanOut(run),
    problems(figures),
  ]
    .filter(section => section !== '')
    .join('\n\n');
}

function circumstances({ machine }: Report): string {
  const { cores, memoryGb, loadBefore, node, packages } = machine;
  return [
    `${cores} cores, ${memoryGb} GB, load ${loadBefore} before, Node ${node}, commit ${
      machine.commit ?? 'unknown'
    }`,
    ...Object.entries(packages).map(
      ([name, version]) => `  ${name} ${version}`,
    ),
  ].join('\n');
}

function alone({ alone: figures }: Figures): string {
  if (!figures) return '';
  const { heap } = figures;
  const mb = (value: number) => `${value.toFixed(1)} MB`;
  return [
    'B3, B5: the plugin alone in a process',
    `  rows of the first cluster after ${ms(
      figures.firstClusterMs,
    )}, all after ${ms(figures.completeMs)}, with ${
      figures.apiRequests
    } requests; loop lag p99 ${ms(figures.loopLagP99Ms)}`,
    ...(heap
      ? [
          `  live heap ${mb(heap.steadyMb)}, without clusters ${mb(
            heap.emptyMb,
          )}: ${Math.round(heap.bytesPerWorkload)} B a workload; peak ${mb(
            heap.peakOverSteadyMb,
          )} above`,
        ]
      : []),
  ].join('\n');
}

function lakefs({ lakefs: figures }: Figures): string {
  if (!figures) return '';
  const mb = (value: number) => `${value.toFixed(1)} MB`;
  return [
    `B13: lakeFS with ${figures.branches} branches, ${figures.objects} objects changed`,
    `  all branches listed after ${ms(
      figures.listedMs,
    )}; first page of them ${ms(figures.branchesMs)}`,
    `  first page of the difference ${ms(figures.diffMs)}, of which ${ms(
      figures.serverDiffMs,
    )} are the server's; its tables ${ms(figures.groupsMs)}`,
    `  all pages of it ${ms(figures.wholeDiffMs)}, with at most ${mb(
      figures.peakMb,
    )} more heap, ${mb(figures.keptMb)} of it kept`,
  ].join('\n');
}

function coldStart({ coldStart: start }: Figures): string {
  if (!start) return '';
  return [
    'Cold start of the whole demo portal',
    `  sign-in after ${ms(start.signInMs)}`,
    `  index complete after ${ms(start.indexMs)}: ${ms(
      start.readingMs,
    )} from the first of ${start.apiRequests} requests to API servers`,
    `  every run joined to its job after ${ms(start.joinedMs)}`,
    `  the backend then: ${start.rssMb.toFixed(
      0,
    )} MB resident, ${start.heapMb.toFixed(0)} MB heap`,
  ].join('\n');
}

function streams({ streams: figures }: Figures): string {
  if (!figures) return '';
  const { changesPerSecond, latency } = figures;
  return [
    `B1: status write to event at a client, ${figures.streams} streams, ${figures.changes} changes at ${changesPerSecond}/s`,
    table(
      [
        'p50 ms',
        'p99 ms',
        'max ms',
        'lost',
        'cut',
        'kB/s/stream',
        'loop lag p99 ms',
        'clients lag p99 ms',
        'CPU %',
      ],
      [
        [
          ...milliseconds(latency),
          String(figures.lost),
          String(figures.cut),
          figures.kbPerSecondAndStream.toFixed(1),
          figures.loopLagP99Ms.toFixed(0),
          figures.clientLagP99Ms.toFixed(0),
          figures.cpuPercent.toFixed(0),
        ],
      ],
    ),
  ].join('\n');
}

function reads({ scale: { b2 }, figures: { reads: figures } }: Run): string {
  if (!figures) return '';
  const { concurrency, routes, floor } = figures;
  return [
    `B2: reads with sign-in and permissions; ${b2.oneByOne} of each one at a time, and ${b2.reads} of each ${concurrency} at a time`,
    table(
      [
        '',
        'p50 ms (1)',
        'p99 ms (1)',
        'p50 ms',
        'p99 ms',
        'max ms',
        'reads/s',
        'CPU ms/read',
        'kB',
      ],
      [...routes, floor].map(each => [
        each.route,
        ...milliseconds(each.alone).slice(0, 2),
        ...milliseconds(each.latency),
        each.readsPerSecond.toFixed(0),
        each.cpuMs.toFixed(2),
        (each.bytes / 1000).toFixed(1),
      ]),
    ),
  ].join('\n');
}

function tabs({ tabs: figures }: Figures): string {
  if (!figures) return '';
  const { sessions, without } = figures;
  return [
    `B4: requests to the API servers in ${figures.seconds} s with ${figures.changes} changes; ${sessions} tabs read the portal ${figures.reads} times`,
    table(
      ['', 'requests', 'of these'],
      [
        ['nobody looks', String(without.total), classes(without)],
        ['tabs open', String(figures.with.total), classes(figures.with)],
        ['because of tabs', String(figures.marginal), ''],
      ],
    ),
  ].join('\n');
}

function changes({ changes: figures }: Figures): string {
  if (!figures) return '';
  return [
    `B7: ${figures.changes} changes at ${figures.changesPerSecond}/s, nobody looks`,
    `  ${ms(figures.cpuMsPerChange)} CPU a change, ${
      figures.catalogWrites
    } writes of the catalog`,
  ].join('\n');
}

function browser({ browser: figures }: Figures): string {
  if (!figures) return '';
  if ('skipped' in figures) return `B9, B10: skipped, ${figures.skipped}`;
  const kb = (value: number) => value.toFixed(1);
  const row = (name: string, { kb: all, broughtKb, oursKb }: ScriptSizes) => [
    name,
    ...[all, broughtKb, oursKb].map(kb),
  ];
  const { otherPage, card, tab, firstMs, verdict, floor } = figures;
  return [
    'B9: scripts, compressed; B10: from the route to the verdict on the screen',
    table(
      ['', 'kB', 'without React, Backstage and Material UI', 'ours'],
      [
        // Every plugin of the portal has libraries there: whose they are nobody can tell.
        [
          'page of another component',
          kb(otherPage.kb),
          '',
          kb(otherPage.oursKb),
        ],
        row('page of a job, added', card),
        row('its runs tab, added', tab),
      ],
    ),
    `  verdict: first ${ms(firstMs)}, then ${percentiles(verdict)}`,
    `  page of another component (floor): ${percentiles(floor)}`,
  ].join('\n');
}

function percentiles({ p50, p95, p99 }: LatencySummary): string {
  return `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}`;
}

function creation({ creation: figures }: Figures): string {
  if (!figures) return '';
  return [
    'B11: from the button to the objects',
    table(
      [
        '',
        'p50 ms',
        'p99 ms',
        'max ms',
        'without the API server: p50',
        'p99',
        'max',
      ],
      figures.map(({ what, total, overhead }) => [
        what,
        ...milliseconds(total),
        ...milliseconds(overhead),
      ]),
    ),
  ].join('\n');
}

function outage({ scale: { b12 }, figures: { outage: figures } }: Run): string {
  if (!figures) return '';
  const { open, outages } = figures;
  const row = (name: string, others: typeof open, stale: string) => [
    name,
    ...milliseconds(others.push).slice(0, 2),
    ratio(others.push.p50 / open.push.p50),
    ...milliseconds(others.read),
    ratio(others.read.p50 / open.read.p50),
    stale,
  ];
  return [
    `B12: one cluster is away; what that costs the others: ${b12.rounds} rounds of ${b12.changes} changes and ${b12.reads} reads each`,
    table(
      [
        '',
        'push p50 ms',
        'p99 ms',
        'ratio',
        'read p50 ms',
        'p99 ms',
        'max ms',
        'ratio',
        'told stale after',
      ],
      [
        row('all there', open, ''),
        ...outages.map(({ kind, others, staleAfterMs }) =>
          row(kind, others, ms(staleAfterMs)),
        ),
      ],
    ),
  ].join('\n');
}

function fanOut({ scale, figures: { fanOut: pages } }: Run): string {
  if (!pages) return '';
  return [
    'The kubernetes plugin on the same servers: one entity page, POST /api/kubernetes/services/{entity}',
    table(
      [
        'at a time',
        'pages',
        'p50 ms',
        'p99 ms',
        'max ms',
        'pages/s',
        'API requests/page',
        'kB/page',
      ],
      pages.map(each => [
        String(each.concurrency),
        String(pagesOf(scale, each.concurrency)),
        ...milliseconds(each.latency),
        each.pagesPerSecond.toFixed(1),
        each.apiRequestsPerPage.toFixed(0),
        each.kbPerPage.toFixed(0),
      ]),
    ),
  ].join('\n');
}

function pagesOf({ fanOut: asked }: Scale, concurrency: number): number {
  return asked.find(each => each.concurrency === concurrency)?.pages ?? 0;
}

function problems({ problems: found }: Figures): string {
  const lines = Object.entries(found).map(
    ([part, reason]) => `  ${PART_TITLES[part as PartName]}: ${reason}`,
  );
  return lines.length === 0 ? '' : ['Not measured', ...lines].join('\n');
}

function promises(targets: readonly TargetResult[]): string {
  return table(
    ['target', 'promised', 'measured', ''],
    targets.map(({ name, target, measured, met }) => [
      name,
      target,
      measured,
      met ? 'met' : 'NOT MET',
    ]),
  );
}

function classes({ byClass }: RequestWindow): string {
  const parts = Object.entries(byClass).map(
    ([kind, count]) => `${kind} ${count}`,
  );
  return parts.join(', ') || 'none';
}
