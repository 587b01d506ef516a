import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import {
  ANNOTATION_DEFINITION,
  ANNOTATION_ENTITY_REF,
} from '@millrace/backstage-plugin-data-platform-common';
import { field, textAt } from '../model/field';
import {
  LABEL_SCHEDULED_APP_NAME,
  SPARK_API_VERSION,
  SPARK_APPLICATION,
} from '../names';
import { runSpec, textEntries } from './runFromDefinition';

/** Annotations that stay true of a second run. */
const KEPT_ANNOTATIONS = [ANNOTATION_ENTITY_REF, ANNOTATION_DEFINITION];

/**
 * The same run once more: the specification of a live object under a new name, without what the server and the operator wrote.
 * A run of a schedule becomes a run by hand: with the schedule's label the operator would replace or trim it.
 */
export function rerunManifest(
  live: unknown,
  newName: string,
): KubernetesManifest {
  const namespace = textAt(live, 'metadata', 'namespace');
  const labels = textEntries(live, 'metadata', 'labels');
  delete labels[LABEL_SCHEDULED_APP_NAME];
  const annotations = Object.fromEntries(
    Object.entries(textEntries(live, 'metadata', 'annotations')).filter(
      ([key]) => KEPT_ANNOTATIONS.includes(key),
    ),
  );
  return {
    apiVersion: SPARK_API_VERSION,
    kind: SPARK_APPLICATION,
    metadata: {
      name: newName,
      ...(namespace && { namespace }),
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: runSpec(field(live, 'spec')),
  };
}
