import {
  KubernetesManifest,
  RunTarget,
} from '@millrace/backstage-plugin-data-platform-node';
import {
  ReplacedSetting,
  withTargetConf,
} from '../../spark/manifest/targetConf';

/** A run that is pointed at a branch. The run that is given stays as it is. */
export function withRunTarget(
  run: KubernetesManifest,
  target: RunTarget,
): { run: KubernetesManifest; replaced: ReplacedSetting[] } {
  const { spec, replaced } = withTargetConf(run, target);
  return { run: { ...run, spec }, replaced };
}
