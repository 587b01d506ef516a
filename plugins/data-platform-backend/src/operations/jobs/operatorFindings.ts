import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { downClause } from '../../operators/operatorSentences';
import { PlanContext } from '../definition';
import { rendererOf } from './sparkRenderers';

/** That the operator which is to start a run seems to be down. No error: the run waits, and it may be back any moment. */
export function operatorFindings(
  run: KubernetesManifest,
  source: string,
  { services, now }: Pick<PlanContext, 'services' | 'now'>,
): Finding[] {
  const kind = `SparkApplication.${rendererOf(run).group}`;
  const down = services
    .operators(source)
    .find(({ state, kinds }) => state === 'down' && kinds.includes(kind));
  if (!down) return [];
  const since = down.since ? Date.parse(down.since) : now;
  const clause = downClause(`${down.title} of cluster ${source}`, since, now);
  return [
    {
      level: 'warning',
      message: `No run starts now: ${clause}. What is made waits until it is back.`,
      ...(down.nextStep && { remedy: down.nextStep }),
    },
  ];
}
