import { LatencySummary } from '../measure/Latencies';
import { RequestWindow } from '../measure/tabRequests';
import { Scale, workloads } from '../Scale';
import { Figures } from './Figures';
import { Machine } from './machine';
import { table } from './table';
import { TargetResult } from './targets';

/** What goes into the JSON file. */
export interface Report {
  at: string;
  scale: Scale;
  machine: Machine;
  seconds: number;
  figures: Figures;
  targets: TargetResult[];
}

/** The report as text for a terminal. */
export function reportText(report: Report): string {
  const { scale, machine, figures, targets } = report;
  const { coldStart, streams, tabs } = figures;
  return [
    `${workloads(scale)} workloads on ${scale.clusters} clusters; ${
      machine.cores
    } cores, ${machine.memoryGb} GB, load ${machine.loadBefore} before, Node ${
      machine.node
    }, commit ${machine.commit ?? 'unknown'}`,
    ...Object.entries(machine.packages).map(
      ([name, version]) => `  ${name} ${version}`,
    ),
    '',
    'Cold start of the whole demo portal',
    `  sign-in after ${seconds(
      coldStart.signInMs,
    )}; index complete after ${seconds(coldStart.indexMs)} (${seconds(
      coldStart.readingMs,
    )} from the first of ${
      coldStart.apiRequests
    } requests to API servers); every run joined to its job after ${seconds(
      coldStart.joinedMs,
    )}`,
    `  memory of the backend then: ${coldStart.rssMb.toFixed(
      0,
    )} MB resident, ${coldStart.heapMb.toFixed(0)} MB heap`,
    '',
    `B1: status write to event at a client, ${streams.streams} streams, ${streams.changes} changes at ${streams.changesPerSecond}/s`,
    table(
      [
        '',
        'p50 ms',
        'p99 ms',
        'max ms',
        'lost',
        'cut',
        'kB/s/stream',
        'loop lag p99 ms',
        'CPU %',
      ],
      [
        [
          'data platform',
          ...milliseconds(streams.latency),
          String(streams.lost),
          String(streams.cut),
          streams.kbPerSecondAndStream.toFixed(1),
          streams.loopLagP99Ms.toFixed(1),
          streams.cpuPercent.toFixed(0),
        ],
      ],
    ),
    '',
    `B2: reads, ${figures.reads.concurrency} concurrent, with sign-in and permissions`,
    table(
      ['', 'p50 ms', 'p99 ms', 'max ms', 'reads/s', 'CPU ms', 'kB'],
      figures.reads.routes.map(
        ({ route, latency, readsPerSecond, cpuMs, bytes }) => [
          route,
          ...milliseconds(latency),
          readsPerSecond.toFixed(0),
          cpuMs.toFixed(1),
          (bytes / 1000).toFixed(1),
        ],
      ),
    ),
    '',
    `B4: requests to the API servers while ${tabs.sessions} tabs are open for ${tabs.seconds} s, ${tabs.changes} changes, ${tabs.reads} reads of the portal`,
    table(
      ['', 'all', 'by class'],
      [
        ['nobody looks', String(tabs.without.total), classes(tabs.without)],
        ['tabs open', String(tabs.with.total), classes(tabs.with)],
        ['because of tabs', String(tabs.marginal), ''],
      ],
    ),
    '',
    'The kubernetes plugin, one entity page (POST /api/kubernetes/services/{entity})',
    table(
      [
        'concurrent',
        'p50 ms',
        'p99 ms',
        'max ms',
        'pages/s',
        'API requests/page',
        'kB/page',
      ],
      figures.fanOut.map(each => [
        String(each.concurrency),
        ...milliseconds(each.latency),
        each.pagesPerSecond.toFixed(1),
        each.apiRequestsPerPage.toFixed(0),
        each.kbPerPage.toFixed(0),
      ]),
    ),
    '',
    table(
      ['target', 'promised', 'measured', ''],
      targets.map(({ name, target, measured, met }) => [
        name,
        target,
        measured,
        met ? 'met' : 'NOT MET',
      ]),
    ),
    '',
  ].join('\n');
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
