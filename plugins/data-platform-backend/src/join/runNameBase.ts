/** One thing that makers put behind the name of a job to tell its runs apart. */
interface Suffix {
  readonly pattern: RegExp;
  /** Looks closer at what the pattern found, without the dash before it. */
  readonly isOne?: (text: string) => boolean;
}

const SUFFIXES: readonly Suffix[] = [
  // UUIDs.
  { pattern: /-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ },
  // Dates and times in parts: 2026-01-02, 2026-01-02t03-04-05z, 2026-01-02t03-04-05-00-00.
  {
    pattern:
      /-(?:19|20)\d\d-[01]\d-[0-3]\d(?:[t-][0-2]\d(?:-[0-5]\d){1,2}(?:-?\d{1,6})?(?:-?[0-2]\d-?[0-5]\d|z)?)?$/,
  },
  // Dates and times in one: 20260102, 20260102t0304, 20260102-030405, 202601020304.
  { pattern: /-(?:19|20)\d\d[01]\d[0-3]\d(?:[t-]?\d{2,6}z?)?$/ },
  // Months, and weeks: 2026-01, 2026-w07.
  { pattern: /-(?:19|20)\d\d-(?:[01]\d|w[0-5]\d)$/ },
  // Seconds to nanoseconds since 1970 (the Kubeflow operator's runs of schedules).
  { pattern: /-\d{7,19}$/ },
  // Counters: -7, -run-7, -attempt7, -try-2.
  { pattern: /(?:-(?:run|attempt|try|retry))?-\d{1,6}$/ },
  { pattern: /-(?:run|attempt|try|retry)\d{1,6}$/ },
  // Suffixes that the API server generates (k8s.io/apimachinery/pkg/util/rand): no vowels, no 0, 1, 3.
  { pattern: /-[bcdfghjklmnpqrstvwxz2456789]{5}$/ },
  // Hashes in hexadecimal.
  { pattern: /-[0-9a-f]{6,64}$/, isOne: text => /\d/.test(text) },
  // Random letters and digits, and times to the base of 36.
  { pattern: /-[0-9a-z]{8,12}$/, isOne: isRandom },
];

/**
 * The name of a job, from the name of one of its runs: without times, counters and hashes at its end, however many of
 * them. A name that is nothing else stays as it is. Idempotent.
 */
export function runNameBase(name: string): string {
  let base = name;
  for (;;) {
    const shorter = withoutSuffix(base);
    if (shorter === undefined || !/^[a-z]/i.test(shorter)) return base;
    base = shorter;
  }
}

function withoutSuffix(name: string): string | undefined {
  for (const { pattern, isOne } of SUFFIXES) {
    const found = pattern.exec(name);
    if (found && found.index > 0 && (isOne?.(found[0].slice(1)) ?? true)) {
      const rest = name.slice(0, found.index).replace(/[-._]+$/, '');
      if (rest) return rest;
    }
  }
  return undefined;
}

/** Letters and digits change at least twice, and it has two digits: `parquet2` and `s3export` are words. */
function isRandom(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  const turns = text.match(/[a-z](?=\d)|\d(?=[a-z])/g)?.length ?? 0;
  return digits >= 2 && turns >= 2;
}
