import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { rerunManifest as rerunOf } from '../../spark/manifest/runManifest';
import { LABEL_SCHEDULED_APP_NAME, SPARK_API_VERSION } from '../names';

/**
 * The same run once more. A run of a schedule becomes a run by hand: with the schedule's label the operator would replace or
 * trim it.
 */
export function rerunManifest(
  live: unknown,
  newName: string,
): KubernetesManifest {
  return rerunOf(live, {
    apiVersion: SPARK_API_VERSION,
    name: newName,
    dropLabels: [LABEL_SCHEDULED_APP_NAME],
  });
}
