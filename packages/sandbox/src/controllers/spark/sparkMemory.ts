const MEBI: Record<string, number> = {
  b: 2 ** -20,
  k: 2 ** -10,
  m: 1,
  g: 2 ** 10,
  t: 2 ** 20,
};

const MINIMUM_OVERHEAD_MEBI = 384;

/** A JVM size (`512m`, `2g`, `2gb`, `4Gi`) in MiB; without a unit Spark reads MiB. Undefined for what is no size. */
export function parseSparkMemory(size: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([bkmgt]?)i?b?$/i.exec(size?.trim() ?? '');
  if (!match) return undefined;
  return Number(match[1]) * MEBI[match[2].toLowerCase() || 'm'];
}

/** MiB that a pod asks for: the heap plus the overhead, which is a share of the heap but at least 384 MiB. */
export function podMemory(
  heap: string | undefined,
  overhead: string | undefined,
  factor: number,
): number {
  const heapMebi = parseSparkMemory(heap) ?? 1024;
  const overheadMebi =
    parseSparkMemory(overhead) ??
    Math.max(MINIMUM_OVERHEAD_MEBI, Math.floor(heapMebi * factor));
  return Math.ceil(heapMebi + overheadMebi);
}
