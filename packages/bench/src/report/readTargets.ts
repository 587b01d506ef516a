import { RouteLatency } from '../measure/readLatency';
import { ms, ratio } from './numbers';
import { Run } from './Report';
import { atMost, sizeOf, TargetResult } from './targets';

const P50_MS = 5;
const P99_MS = 25;
/** The largest size may cost that many times the smallest. */
const FLAT = 1.5;

/** B2: the slowest route of each size, and how the sizes compare. */
export function readTargets(runs: readonly Run[]): TargetResult[] {
  const measured = runs.flatMap(({ scale, figures }) =>
    figures.reads ? [{ size: sizeOf(scale), reads: figures.reads }] : [],
  );
  const results = measured.flatMap(({ size, reads }) =>
    (['p50', 'p99'] as const).map(quantile => {
      const worst = slowest(reads.routes, quantile);
      const limit = quantile === 'p50' ? P50_MS : P99_MS;
      return {
        ...atMost('', limit, worst.latency[quantile], ms),
        name: `B2 ${quantile}, every route (${size})`,
        measured: `${ms(worst.latency[quantile])} (${worst.route})`,
      };
    }),
  );
  const [first, last] = [measured[0], measured.at(-1)];
  if (!first || !last || first === last) return results;
  const routes = last.reads.routes.map(route => {
    const same = first.reads.routes.find(each => each.route === route.route);
    return { route: route.route, by: same ? route.cpuMs / same.cpuMs : 0 };
  });
  const worst = routes.sort((a, b) => b.by - a.by)[0];
  return [
    ...results,
    {
      ...atMost('', FLAT, worst.by, ratio),
      name: `B2 CPU of ${last.size} over ${first.size}`,
      measured: `${ratio(worst.by)} (${worst.route})`,
    },
  ];
}

function slowest(
  routes: readonly RouteLatency[],
  quantile: 'p50' | 'p99',
): RouteLatency {
  return [...routes].sort(
    (a, b) => b.latency[quantile] - a.latency[quantile],
  )[0];
}
