import { PART_TITLES } from '../Parts';
import { Scale, workloads } from '../Scale';
import { Figures, PartName } from './Figures';
import { ms, ratio } from './numbers';
import { readTargets } from './readTargets';
import { Run } from './Report';

/** One promise and how it was kept. */
export interface TargetResult {
  name: string;
  target: string;
  measured: string;
  met: boolean;
}

const B1_P50_MS = 100;
const B1_P99_MS = 500;
const B3_BYTES = 1_000;
const B3_PEAK_MB = 64;
const B5_COMPLETE_MS = 10_000;
const B5_FIRST_MS = 1_000;
const B5_LAG_MS = 50;
const B7_CPU_MS = 0.2;
const B9_CARD_KB = 12;
const B9_TAB_KB = 35;
const B10_P95_MS = 200;
const B11_P99_MS = 2_000;
const B13_BEYOND_MS = 300;
const B13_PEAK_MB = 96;
const B13_KEPT_MB = 8;
const B12_RATIO = 1.1;
const B12_ANSWER_MS = 1_000;
const B12_STALE_MS = 30_000;

/** Every promise at every size that measured it. */
export function targetResults(runs: readonly Run[]): TargetResult[] {
  return [
    ...runs.flatMap(({ scale, figures }) =>
      ofOne(figures).map(result => ({
        ...result,
        name: `${result.name} (${sizeOf(scale)})`,
      })),
    ),
    ...readTargets(runs),
  ];
}

export function sizeOf(scale: Scale): string {
  return `${workloads(scale) / 1_000}k/${scale.clusters}`;
}

function ofOne(figures: Figures): TargetResult[] {
  return [
    ...streams(figures),
    ...heap(figures),
    ...start(figures),
    ...tabs(figures),
    ...changes(figures),
    ...browser(figures),
    ...creation(figures),
    ...outage(figures),
    ...lakefs(figures),
    ...problems(figures),
  ];
}

/** A figure that must not exceed a limit. */
export function atMost(
  name: string,
  limit: number,
  measured: number,
  unit: (value: number) => string,
): TargetResult {
  return {
    name,
    target: `<= ${unit(limit)}`,
    measured: unit(measured),
    met: measured <= limit,
  };
}

function streams({ streams: figures }: Figures): TargetResult[] {
  if (!figures) return [];
  const { latency, lost, cut } = figures;
  return [
    atMost(`B1 p50, ${figures.streams} streams`, B1_P50_MS, latency.p50, ms),
    {
      name: `B1 p99, ${figures.streams} streams`,
      target: `<= ${ms(B1_P99_MS)}, none lost`,
      measured: `${ms(latency.p99)}, ${lost} lost`,
      met: latency.p99 <= B1_P99_MS && lost === 0 && cut === 0,
    },
  ];
}

function heap({ alone: figures }: Figures): TargetResult[] {
  if (!figures?.heap) return [];
  const { bytesPerWorkload, peakOverSteadyMb } = figures.heap;
  const bytes = (value: number) => `${Math.round(value)} B`;
  const mb = (value: number) => `${Math.round(value)} MB`;
  return [
    atMost('B3 heap a workload', B3_BYTES, bytesPerWorkload, bytes),
    atMost('B3 peak over steady', B3_PEAK_MB, peakOverSteadyMb, mb),
  ];
}

function lakefs({ lakefs: figures }: Figures): TargetResult[] {
  if (!figures) return [];
  const { branches, objects, branchesMs, diffMs, serverDiffMs } = figures;
  const mb = (value: number) => `${Math.round(value)} MB`;
  return [
    atMost(`B13 first of ${branches} branches`, B13_BEYOND_MS, branchesMs, ms),
    atMost(
      `B13 first page of ${objects} changes, beyond the server`,
      B13_BEYOND_MS,
      Math.max(0, diffMs - serverDiffMs),
      ms,
    ),
    atMost('B13 heap at most for all pages', B13_PEAK_MB, figures.peakMb, mb),
    atMost('B13 heap kept after them', B13_KEPT_MB, figures.keptMb, mb),
  ];
}

function start({ alone: figures }: Figures): TargetResult[] {
  if (!figures) return [];
  return [
    atMost('B5 index complete', B5_COMPLETE_MS, figures.completeMs, ms),
    atMost('B5 first cluster', B5_FIRST_MS, figures.firstClusterMs, ms),
    atMost('B5 loop lag p99', B5_LAG_MS, figures.loopLagP99Ms, ms),
  ];
}

function tabs({ tabs: figures }: Figures): TargetResult[] {
  if (!figures) return [];
  return [
    {
      name: `B4, ${figures.sessions} tabs`,
      target: 'exactly 0 requests',
      measured: `${figures.marginal} requests`,
      met: figures.marginal === 0,
    },
  ];
}

function changes({ changes: figures }: Figures): TargetResult[] {
  if (!figures) return [];
  const { cpuMsPerChange, catalogWrites } = figures;
  return [
    atMost('B7 CPU a change', B7_CPU_MS, cpuMsPerChange, ms),
    {
      name: 'B7 catalog writes',
      target: 'exactly 0',
      measured: String(catalogWrites),
      met: catalogWrites === 0,
    },
  ];
}

function browser({ browser: figures }: Figures): TargetResult[] {
  if (!figures || 'skipped' in figures) return [];
  const kb = (value: number) => `${value.toFixed(1)} kB`;
  const { card, tab, otherPage, verdict } = figures;
  return [
    atMost('B9 job page', B9_CARD_KB, card.broughtKb, kb),
    atMost('B9 runs tab', B9_TAB_KB, tab.broughtKb, kb),
    atMost('B9 ours on other pages', 0, otherPage.oursKb, kb),
    atMost('B10 verdict p95', B10_P95_MS, verdict.p95, ms),
  ];
}

function creation({ creation: figures = [] }: Figures): TargetResult[] {
  return figures.map(({ what, overhead }) =>
    atMost(`B11 ${what}, overhead p99`, B11_P99_MS, overhead.p99, ms),
  );
}

function outage({ outage: figures }: Figures): TargetResult[] {
  if (!figures) return [];
  const { open, outages } = figures;
  return outages.flatMap(({ kind, staleAfterMs, others }) => [
    atMost(
      `B12 ${kind}: push to others`,
      B12_RATIO,
      others.push.p50 / open.push.p50,
      ratio,
    ),
    atMost(
      `B12 ${kind}: reads of others`,
      B12_RATIO,
      others.read.p50 / open.read.p50,
      ratio,
    ),
    atMost(`B12 ${kind}: any answer`, B12_ANSWER_MS, others.read.max, ms),
    atMost(`B12 ${kind}: told stale`, B12_STALE_MS, staleAfterMs, ms),
  ]);
}

/** A figure that nobody has keeps no promise. */
function problems({ problems: found }: Figures): TargetResult[] {
  return Object.keys(found).map(part => ({
    name: PART_TITLES[part as PartName],
    target: 'figures',
    measured: 'none: see above',
    met: false,
  }));
}
