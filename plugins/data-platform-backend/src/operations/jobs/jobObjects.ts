import {
  ANNOTATION_DEFINITION,
  ANNOTATION_ENTITY_REF,
  ANNOTATION_STARTED_BY,
  LABEL_KUBERNETES_ID,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { contentHash } from '../../entities/normalForm';
import { SCHEDULED_SPARK_APPLICATION } from '../../integrations/spark-kubeflow';
import { maskedYaml } from '../../rollup/maskedYaml';
import { rendererOf } from './sparkRenderers';

/** A definition and whose it is. */
export interface JobIdentity {
  entityRef: string;
  /** Name of the Component. */
  name: string;
  namespace: string;
  manifest: KubernetesManifest;
  /** The manifest as registered. */
  text: string;
}

/** The definition that a run had, as it is kept beside the history. */
export function definitionOf(text: string): { hash: string; yaml: string } {
  const yaml = maskedYaml(text);
  return { hash: contentHash(yaml).slice(0, 16), yaml };
}

/** The object of one run. */
export function runObject(
  job: JobIdentity,
  run: { actor: string; now: number },
): KubernetesManifest {
  const { runFromDefinition, runName } = rendererOf(job.manifest);
  return runFromDefinition(job.manifest, {
    name: runName(job.name, run.now),
    namespace: job.namespace,
    labels: { [LABEL_KUBERNETES_ID]: job.name },
    annotations: {
      ...annotations(job),
      [ANNOTATION_STARTED_BY]: run.actor,
    },
  });
}

/** The schedule as it stands on the cluster. Its runs inherit labels, never annotations. */
export function scheduleObject(job: JobIdentity): KubernetesManifest {
  const { metadata, ...rest } = job.manifest;
  return {
    ...rest,
    metadata: {
      name: metadata.name,
      namespace: job.namespace,
      labels: { ...metadata.labels, [LABEL_KUBERNETES_ID]: job.name },
      annotations: { ...metadata.annotations, ...annotations(job) },
    },
  } as KubernetesManifest;
}

export function isSchedule(manifest: { kind?: unknown }): boolean {
  return manifest.kind === SCHEDULED_SPARK_APPLICATION;
}

function annotations({ entityRef, text }: JobIdentity): Record<string, string> {
  return {
    [ANNOTATION_ENTITY_REF]: entityRef,
    [ANNOTATION_DEFINITION]: definitionOf(text).hash,
  };
}
