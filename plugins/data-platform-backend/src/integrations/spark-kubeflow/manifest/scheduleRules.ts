import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { field, textAt } from '../../values/field';
import { plain } from '../../values/plain';
import { cronProblem, timeZoneProblem } from './cronExpression';

const POLICIES = ['Allow', 'Forbid', 'Replace'];

/** Findings on `spec` of a ScheduledSparkApplication, but for its template. */
export function scheduleFindings(spec: unknown): Finding[] {
  const findings: Finding[] = [];
  const schedule = textAt(spec, 'schedule');
  const problem = schedule ? cronProblem(schedule) : 'it is missing';
  if (problem) {
    findings.push({
      level: 'error',
      field: 'spec.schedule',
      message: `The schedule is not valid: ${problem}.`,
      remedy: 'Write five cron fields, for example "0 2 * * *".',
    });
  }
  const zone = field(spec, 'timeZone');
  const zoneProblem =
    zone === undefined || zone === ''
      ? undefined
      : timeZoneProblem(String(zone));
  if (zoneProblem) {
    findings.push({
      level: 'error',
      field: 'spec.timeZone',
      message: `The time zone '${plain(
        String(zone),
        40,
      )}' is not valid: ${zoneProblem}.`,
      remedy: 'Write for example Europe/Berlin or UTC.',
    });
  }
  const policy = field(spec, 'concurrencyPolicy');
  if (!POLICIES.includes(String(policy))) {
    findings.push({
      level: 'error',
      field: 'spec.concurrencyPolicy',
      message:
        policy === undefined || policy === ''
          ? 'It must be set: without it the operator starts no second run while an earlier one is on the cluster.'
          : `'${plain(String(policy), 40)}' is not known.`,
      remedy: 'Write Forbid, Allow or Replace.',
    });
  }
  return findings;
}
