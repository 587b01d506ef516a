import { Figures } from './Figures';

/** One promise and how it was kept. */
export interface TargetResult {
  name: string;
  target: string;
  measured: string;
  met: boolean;
}

const B1_P99_MS = 500;
const B2_P50_MS = 5;
const B2_P99_MS = 25;

export function targetResults(figures: Figures): TargetResult[] {
  const { streams, reads, tabs } = figures;
  const { latency, lost, cut } = streams;
  const read = (quantile: 'p50' | 'p99', limit: number): TargetResult => {
    const worst = [...reads.routes].sort(
      (a, b) => b.latency[quantile] - a.latency[quantile],
    )[0];
    return {
      name: `B2 ${quantile}, every route`,
      target: `<= ${limit} ms`,
      measured: `${worst.latency[quantile].toFixed(1)} ms (${worst.route})`,
      met: worst.latency[quantile] <= limit,
    };
  };
  return [
    {
      name: `B1 p99, ${streams.streams} streams`,
      target: `<= ${B1_P99_MS} ms, none lost`,
      measured: `${latency.p99.toFixed(0)} ms, ${lost} lost`,
      met: latency.p99 <= B1_P99_MS && lost === 0 && cut === 0,
    },
    read('p50', B2_P50_MS),
    read('p99', B2_P99_MS),
    {
      name: `B4, ${tabs.sessions} tabs`,
      target: 'exactly 0 requests',
      measured: `${tabs.marginal} requests`,
      met: tabs.marginal === 0,
    },
  ];
}
