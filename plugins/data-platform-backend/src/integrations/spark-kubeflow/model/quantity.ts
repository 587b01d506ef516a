const SUFFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * A Kubernetes quantity (`500m`, `16`, `2Gi`, `1e3`) as a plain number: cores, bytes or pieces. Undefined when it is none.
 * Source: k8s.io/apimachinery/pkg/api/resource.
 */
export function parseQuantity(text: unknown): number | undefined {
  if (typeof text === 'number') {
    return Number.isFinite(text) ? text : undefined;
  }
  if (typeof text !== 'string' || text.length > 40) {
    return undefined;
  }
  const match =
    /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/.exec(
      text.trim(),
    );
  if (!match) {
    return undefined;
  }
  const base = Number(`${match[1]}${match[2] ?? ''}`);
  const value = base * SUFFIXES[match[3] ?? ''];
  return Number.isFinite(value) ? value : undefined;
}

/** Cores as a person writes them: `0.5`, `4`. */
export function formatCores(cores: number): string {
  return String(Math.round(cores * 1000) / 1000);
}

/** Bytes in the largest binary unit that tells them well: `1408 MiB`, `2 GiB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  let unit = 0;
  let value = bytes;
  while (unit < units.length - 1 && Math.abs(value) >= 1024) {
    const next = value / 1024;
    if (unit >= 2 && !Number.isInteger(next * 4)) {
      break;
    }
    value = next;
    unit += 1;
  }
  // Whole mebibytes, as Spark counts; quarters of the units above.
  const rounded = unit > 2 ? Math.round(value * 100) / 100 : Math.round(value);
  return `${rounded} ${units[unit]}`;
}
