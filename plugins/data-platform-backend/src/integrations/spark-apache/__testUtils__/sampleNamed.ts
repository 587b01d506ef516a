import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { projected } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { sparkApplication } from '../sparkApplication';
import { samplesOf } from './samples';

/** A sample of an application by its title: as a cluster serves it, and as verdicts see it. */
export function sampleNamed(title: string): {
  raw: KubernetesObject;
  object: KubernetesObject;
  context: AssessContext;
} {
  const found = samplesOf('SparkApplication').find(
    sample => sample.title === title,
  );
  if (!found) throw new Error(`No sample is called "${title}".`);
  return {
    raw: found.object,
    object: projected(sparkApplication, found.object),
    context: found.context,
  };
}
