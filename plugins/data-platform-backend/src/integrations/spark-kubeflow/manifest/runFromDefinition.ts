import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { RunIdentity, runManifest } from '../../spark/manifest/runManifest';
import { SPARK_API_VERSION } from '../names';
import { definitionSpec } from './definitionSpec';

/**
 * The object of one run of a definition: a SparkApplication with its own name, whatever kind the definition has. It does not
 * carry the label of the schedule: the operator would count it as a run of its own, and replace or trim it.
 */
export function runFromDefinition(
  definition: unknown,
  identity: RunIdentity,
): KubernetesManifest {
  const { spec } = definitionSpec(definition);
  return runManifest(SPARK_API_VERSION, definition, spec, identity);
}
