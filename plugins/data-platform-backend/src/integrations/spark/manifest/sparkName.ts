/** Longest name of an object whose name becomes a label and the name of a service. */
export const NAME_MAX = 63;
/** The operator appends 20 characters to the name of a schedule for each run. */
export const SCHEDULE_NAME_MAX = 40;

/**
 * What is wrong with a name of a SparkApplication, or undefined: it becomes the name of a service.
 * Source: RFC 1035 label, enforced by the operator's webhook (internal/webhook/sparkapplication_validator.go).
 */
export function sparkNameProblem(
  name: string,
  max: number = NAME_MAX,
): string | undefined {
  if (name.length > max) {
    return `The name has ${name.length} characters; at most ${max} are allowed.`;
  }
  return /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name)
    ? undefined
    : 'The name must begin with a lowercase letter and consist of lowercase letters, digits and hyphens.';
}

/** Name of one run of a job: `orders-daily-mf3k2x1a`. Unique to the millisecond, never too long, in order of time. */
export function runName(job: string, now: number, max = NAME_MAX): string {
  const suffix = Math.max(0, Math.floor(now)).toString(36);
  const room = max - suffix.length - 1;
  return `${job.slice(0, room).replace(/-+$/, '')}-${suffix}`;
}

/** The job's part of a run's name: without the suffix of {@link runName}, or the nanoseconds of a schedule. */
export function jobOfRunName(name: string): string {
  return name.replace(/-(?:\d{10,19}|[0-9a-z]{8,9})$/, match =>
    /\d/.test(match) ? '' : match,
  );
}
