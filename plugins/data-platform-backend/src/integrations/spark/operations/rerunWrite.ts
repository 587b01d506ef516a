import {
  ANNOTATION_OPERATION,
  ANNOTATION_STARTED_BY,
  LABEL_KUBERNETES_ID,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesManifest,
  KubernetesObject,
  OperationInput,
  PlannedWrite,
} from '@millrace/backstage-plugin-data-platform-node';
import { textAt } from '../../values/field';

/** The name of the job that a run is of: by its label, else by its own name. */
export function jobOfRun(
  { metadata }: KubernetesObject,
  byName: (run: string) => string,
): string {
  return (
    textAt(metadata, 'labels', LABEL_KUBERNETES_ID) ?? byName(metadata.name)
  );
}

/** Creates a run once more, in the name of the person who asked. */
export function rerunWrite(
  manifest: KubernetesManifest,
  input: OperationInput,
): PlannedWrite {
  const { metadata } = manifest;
  return {
    id: 'rerun',
    title: `Create SparkApplication ${metadata.name}`,
    verb: 'create',
    object: {
      ...manifest,
      metadata: {
        ...metadata,
        annotations: {
          ...metadata.annotations,
          [ANNOTATION_STARTED_BY]: input.actor,
          [ANNOTATION_OPERATION]: input.operationId,
        },
      },
    },
  };
}
