import {
  KubernetesManifest,
  RunTarget,
} from '@millrace/backstage-plugin-data-platform-node';
import { ReplacedSetting, targetConf } from '../../spark/manifest/targetConf';
import { isRecord } from '../../values/field';

/** A run that is pointed at a branch. The run that is given stays as it is. */
export function withRunTarget(
  run: KubernetesManifest,
  target: RunTarget,
): { run: KubernetesManifest; replaced: ReplacedSetting[] } {
  const spec = isRecord(run.spec) ? structuredClone(run.spec) : {};
  const own = isRecord(spec.sparkConf) ? spec.sparkConf : {};
  const { conf, replaced } = targetConf(own, target);
  return {
    run: { ...run, spec: { ...spec, sparkConf: conf } },
    replaced: replaced.map(key => ({ path: 'spec.sparkConf', key })),
  };
}
