import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesManifest,
  RunTarget,
} from '@millrace/backstage-plugin-data-platform-node';
import * as apache from '../../integrations/spark-apache';
import * as apacheValues from '../../integrations/spark-apache/manifest/runValues';
import * as apacheTarget from '../../integrations/spark-apache/manifest/withRunTarget';
import { sparkSize as apacheSize } from '../../integrations/spark-apache/model/sparkSize';
import { COUNT_QUOTA as APACHE_COUNT } from '../../integrations/spark-apache/names';
import * as kubeflow from '../../integrations/spark-kubeflow';
import * as kubeflowValues from '../../integrations/spark-kubeflow/manifest/runValues';
import * as kubeflowTarget from '../../integrations/spark-kubeflow/manifest/withRunTarget';
import { sparkSize as kubeflowSize } from '../../integrations/spark-kubeflow/model/sparkSize';
import { COUNT_QUOTA as KUBEFLOW_COUNT } from '../../integrations/spark-kubeflow/names';
import { SparkNamespace } from '../../integrations/spark/manifest/preflight';
import { ReplacedSetting } from '../../integrations/spark/manifest/targetConf';
import { RunIdentity } from '../../integrations/spark/manifest/runManifest';
import { SparkJobForm } from '../../integrations/spark/manifest/sparkJobForm';
import { SparkSize } from '../../integrations/spark/model/sparkSize';
import { RunValues } from '../../integrations/spark/runValues';
import { runName } from '../../integrations/spark/manifest/sparkName';

/** How jobs are written for one operator. */
export interface SparkRenderer {
  id: 'kubeflow' | 'apache';
  /** With its article, for sentences: `the Apache Spark operator`. */
  title: string;
  group: string;
  /** It starts runs by a schedule itself. */
  schedules: boolean;
  /** @param version - of its group that the cluster serves; default: the preferred one */
  build(form: SparkJobForm, version?: string): KubernetesManifest;
  validate(manifest: unknown, options?: { namespace?: string }): Finding[];
  preflight(manifest: unknown, namespace: SparkNamespace): Finding[];
  runFromDefinition(
    definition: unknown,
    identity: RunIdentity,
  ): KubernetesManifest;
  runName(job: string, now: number): string;
  /** Where the arguments of the application stand in a run. */
  argumentsAt: readonly string[];
  /** A run with some values of its own. */
  withRunValues(run: KubernetesManifest, values: RunValues): KubernetesManifest;
  /** A run that is pointed at a data branch, with the settings of the job that this took the place of. */
  withRunTarget(
    run: KubernetesManifest,
    target: RunTarget,
  ): { run: KubernetesManifest; replaced: ReplacedSetting[] };
  /** What a run asks for, from its specification. */
  sizeOf(spec: unknown): SparkSize;
  /** Name of the count quota on runs. */
  countQuota: string;
}

/** The operators that jobs can be written for; the one that is preferred where a cluster serves both comes first. */
export const SPARK_RENDERERS: readonly SparkRenderer[] = [
  {
    id: 'kubeflow',
    title: 'the Kubeflow Spark operator',
    group: kubeflow.SPARK_GROUP,
    schedules: true,
    build: kubeflow.buildSparkManifest,
    validate: kubeflow.validateSparkManifest,
    preflight: kubeflow.preflightSpark,
    runFromDefinition: kubeflow.runFromDefinition,
    runName,
    argumentsAt: kubeflowValues.ARGUMENTS_AT,
    withRunValues: kubeflowValues.withRunValues,
    withRunTarget: kubeflowTarget.withRunTarget,
    sizeOf: kubeflowSize,
    countQuota: KUBEFLOW_COUNT,
  },
  {
    id: 'apache',
    title: 'the Apache Spark operator',
    group: apache.APACHE_GROUP,
    schedules: false,
    build: apache.buildSparkManifest,
    validate: apache.validateSparkManifest,
    preflight: apache.preflightSpark,
    runFromDefinition: apache.runFromDefinition,
    runName: apache.runName,
    argumentsAt: apacheValues.ARGUMENTS_AT,
    withRunValues: apacheValues.withRunValues,
    withRunTarget: apacheTarget.withRunTarget,
    sizeOf: apacheSize,
    countQuota: APACHE_COUNT,
  },
];

/** The operator that a manifest is written for, by its group; for a group of neither the first, whose check says so. */
export function rendererOf(manifest: unknown): SparkRenderer {
  const apiVersion =
    typeof manifest === 'object' && manifest !== null
      ? (manifest as { apiVersion?: unknown }).apiVersion
      : undefined;
  return (
    SPARK_RENDERERS.find(
      ({ group }) =>
        typeof apiVersion === 'string' && apiVersion.startsWith(`${group}/`),
    ) ?? SPARK_RENDERERS[0]
  );
}

/** Checks a definition of a Spark job by the rules of its operator. */
export function validateSparkJob(
  manifest: unknown,
  options?: { namespace?: string },
): Finding[] {
  return rendererOf(manifest).validate(manifest, options);
}
