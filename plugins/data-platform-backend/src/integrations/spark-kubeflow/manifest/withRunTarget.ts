import {
  KubernetesManifest,
  RunTarget,
} from '@millrace/backstage-plugin-data-platform-node';
import {
  ReplacedSetting,
  withTargetConf,
} from '../../spark/manifest/targetConf';
import { isRecord } from '../../values/field';

const HADOOP = 'spark.hadoop.';

/**
 * A run that is pointed at a branch. The run that is given stays as it is.
 *
 * The operator passes `hadoopConf` to spark-submit after `sparkConf`, and the last one counts, so what stands there for
 * the same key goes. Source: kubeflow/spark-operator internal/controller/sparkapplication/submission.go.
 */
export function withRunTarget(
  run: KubernetesManifest,
  target: RunTarget,
): { run: KubernetesManifest; replaced: ReplacedSetting[] } {
  const { spec, replaced } = withTargetConf(run, target);
  if (isRecord(spec.hadoopConf)) {
    const hadoopConf = { ...spec.hadoopConf };
    for (const key of Object.keys(hadoopConf)) {
      const set = target.sparkConf[`${HADOOP}${key}`];
      if (set === undefined) continue;
      if (String(hadoopConf[key]) !== set) {
        replaced.push({ path: 'spec.hadoopConf', key });
      }
      delete hadoopConf[key];
    }
    spec.hadoopConf = hadoopConf;
  }
  return { run: { ...run, spec }, replaced };
}
