import {
  Health,
  PodSummary,
} from '@millrace/backstage-plugin-data-platform-common';

/** A pod's phase and reason as one of our healths. */
export function podHealth(pod: PodSummary): Health {
  switch (pod.phase) {
    case 'Succeeded':
      return 'healthy';
    case 'Failed':
      return 'failed';
    case 'Running':
      return pod.reason ? 'degraded' : 'progressing';
    case 'Pending':
      return pod.reason ? 'degraded' : 'unknown';
    default:
      return 'unknown';
  }
}

/** What a person calls it: the reason says more than the phase. */
export function podWord(pod: PodSummary): string {
  const exit =
    pod.exitCode !== undefined && pod.exitCode !== 0
      ? `, exit code ${pod.exitCode}`
      : '';
  return `${pod.reason ?? pod.phase}${exit}`;
}
