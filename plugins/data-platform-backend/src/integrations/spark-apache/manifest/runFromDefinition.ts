import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { RunIdentity, runManifest } from '../../spark/manifest/runManifest';
import { field } from '../../values/field';
import { servedVersion } from '../../verdicts/target';
import { APACHE_API_VERSION } from '../names';

/** The object of one run of a definition: an application with its own name, in the version that the definition is written in. */
export function runFromDefinition(
  definition: unknown,
  identity: RunIdentity,
): KubernetesManifest {
  return runManifest(
    servedVersion(definition, APACHE_API_VERSION),
    definition,
    field(definition, 'spec'),
    identity,
  );
}
