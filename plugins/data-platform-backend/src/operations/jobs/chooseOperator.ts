import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { errorAt } from '../findings';
import { SPARK_RENDERERS, SparkRenderer } from './sparkRenderers';

/**
 * The operator that a new job is written for: the one that is asked for, else what the cluster serves.
 * @param serves - kinds that the cluster serves, as `kind.group`; undefined where that is not known yet
 */
export function chooseOperator(
  asked: 'automatic' | SparkRenderer['id'] | undefined,
  cluster: string,
  serves: readonly string[] | undefined,
): { renderer: SparkRenderer; findings: Finding[] } {
  const served = SPARK_RENDERERS.filter(({ group }) =>
    serves?.includes(`SparkApplication.${group}`),
  );
  const wanted = SPARK_RENDERERS.find(({ id }) => id === asked);
  if (wanted) {
    return {
      renderer: wanted,
      findings:
        serves === undefined || served.includes(wanted)
          ? []
          : [
              errorAt(
                'operator',
                `Cluster ${cluster} does not serve ${wanted.title}.`,
                served.length > 0
                  ? `Choose ${served[0].title}, which it serves.`
                  : 'Choose another cluster, or ask the platform team to install it.',
              ),
            ],
    };
  }
  return {
    renderer: served[0] ?? SPARK_RENDERERS[0],
    findings:
      serves !== undefined && served.length === 0
        ? [
            errorAt(
              'cluster',
              `Cluster ${cluster} serves no Spark operator.`,
              'Choose another cluster, or ask the platform team to install one.',
            ),
          ]
        : [],
  };
}
