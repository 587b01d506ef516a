import { LatencySummary } from '../measure/Latencies';
import { RequestWindow } from '../measure/tabRequests';
import { workloads } from '../Scale';
import { Figures } from './Figures';
import { Report } from './Report';
import { table } from './table';
import { TargetResult } from './targets';

/** The report as text for a terminal. */
export function reportText(report: Report): string {
  const { figures, targets } = report;
  return [
    circumstances(report),
    coldStart(figures),
    streams(figures),
    reads(figures),
    tabs(figures),
    fanOut(figures),
    promises(targets),
  ]
    .map(section => `${section}\n`)
    .join('\n');
}

function circumstances({ scale, machine }: Report): string {
  const size = `${workloads(scale)} workloads on ${scale.clusters} clusters`;
  const { cores, memoryGb, loadBefore, node, packages } = machine;
  return [
    `${size}; ${cores} cores, ${memoryGb} GB, load ${loadBefore} before, Node ${node}, commit ${
      machine.commit ?? 'unknown'
    }`,
    ...Object.entries(packages).map(
      ([name, version]) => `  ${name} ${version}`,
    ),
  ].join('\n');
}

function coldStart({ coldStart: start }: Figures): string {
  return [
    'Cold start of the whole demo portal',
    `  sign-in after ${seconds(start.signInMs)}`,
    `  index complete after ${seconds(start.indexMs)}: ${seconds(
      start.readingMs,
    )} from the first of ${start.apiRequests} requests to API servers`,
    `  every run joined to its job after ${seconds(start.joinedMs)}`,
    `  the backend then: ${start.rssMb.toFixed(
      0,
    )} MB resident, ${start.heapMb.toFixed(0)} MB heap`,
  ].join('\n');
}

function streams({ streams: figures }: Figures): string {
  const { changes, changesPerSecond, latency } = figures;
  return [
    `B1: status write to event at a client, ${figures.streams} streams, ${changes} changes at ${changesPerSecond}/s`,
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

function reads({ reads: { concurrency, routes, floor } }: Figures): string {
  return [
    `B2: reads with sign-in and permissions; one at a time, and ${concurrency} at a time`,
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
  const { sessions, changes, without } = figures;
  return [
    `B4: requests to the API servers in ${figures.seconds} s with ${changes} changes; ${sessions} tabs read the portal ${figures.reads} times`,
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

function fanOut({ fanOut: pages }: Figures): string {
  return [
    'The kubernetes plugin on the same servers: one entity page, POST /api/kubernetes/services/{entity}',
    table(
      [
        'at a time',
        'p50 ms',
        'p99 ms',
        'max ms',
        'pages/s',
        'API requests/page',
        'kB/page',
      ],
      pages.map(each => [
        String(each.concurrency),
        ...milliseconds(each.latency),
        each.pagesPerSecond.toFixed(1),
        each.apiRequestsPerPage.toFixed(0),
        each.kbPerPage.toFixed(0),
      ]),
    ),
  ].join('\n');
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

function milliseconds({ p50, p99, max }: LatencySummary): string[] {
  return [p50, p99, max].map(ms => ms.toFixed(1));
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function classes({ byClass }: RequestWindow): string {
  const parts = Object.entries(byClass).map(
    ([kind, count]) => `${kind} ${count}`,
  );
  return parts.join(', ') || 'none';
}
