import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { PodDefaultOption } from '../../notebooks/options/podDefaults';
import { errorAt } from '../findings';

/** Labels by which the chosen PodDefaults find the pod of a server. */
export function podDefaultLabels(
  wanted: readonly string[],
  there: readonly PodDefaultOption[],
  namespace: string,
): { labels: Record<string, string>; findings: Finding[] } {
  const labels: Record<string, string> = {};
  const findings = wanted.flatMap((name, index) => {
    const found = there.find(each => each.name === name);
    if (found) {
      Object.assign(labels, found.labels);
      return [];
    }
    const names = there.map(each => each.name).join(', ');
    return [
      errorAt(
        `podDefaults[${index}]`,
        `Namespace ${namespace} has no PodDefault ${name.slice(0, 100)}.`,
        names ? `Choose from ${names}.` : 'It has none at all; choose none.',
      ),
    ];
  });
  return { labels, findings };
}
