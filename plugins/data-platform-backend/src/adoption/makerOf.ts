import { LABEL_KUBERNETES_ID } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { runNameBase } from '../join/runNameBase';

/** What the runs of one job have in common, beside their names. */
export interface Maker {
  foundBy: 'label-selector' | 'maker';
  /** For people: `Airflow DAG orders, task load`. */
  maker?: string;
  /** Labels that all of its runs carry and no other job's; undefined where there are none: then the names tell. */
  labels?: Readonly<Record<string, string>>;
  /** Name that it suggests for the job. */
  name?: string;
  /** Several jobs may carry the same labels: of those, the names tell as well. */
  shared?: boolean;
}

type Labels = Readonly<Record<string, string>>;

/**
 * Who made a run, as its labels and owners tell. Sources: Airflow's cncf.kubernetes provider (labels of
 * SparkKubernetesOperator), argoproj/argo-workflows workflow/common/common.go, kubeflow/pipelines backend, helm.sh chart
 * best practices (labels), and the Kubeflow Spark operator for a schedule that is gone.
 */
export function makerOf({ metadata }: KubernetesObject): Maker | undefined {
  const labels: Labels = metadata.labels ?? {};
  return (
    airflow(labels) ??
    kubeflowPipelines(labels) ??
    argoWorkflows(labels, metadata.ownerReferences) ??
    formerSchedule(labels) ??
    component(labels) ??
    helm(labels)
  );
}

function airflow(labels: Labels): Maker | undefined {
  const { dag_id: dag, task_id: task } = labels;
  if (!dag || !task) return undefined;
  return {
    foundBy: 'maker',
    maker: `Airflow DAG ${dag}, task ${task}`,
    labels: { dag_id: dag, task_id: task },
    name: `${dag}-${task}`,
  };
}

function kubeflowPipelines(labels: Labels): Maker | undefined {
  const job = labels['pipeline/recurringRunId'] ?? labels['pipeline/runid'];
  if (!job) return undefined;
  // A run id is another one each time; only a recurring run has a label that its runs share.
  const recurring = labels['pipeline/recurringRunId'];
  return {
    foundBy: 'maker',
    maker: 'Kubeflow Pipelines',
    shared: true,
    ...(recurring && { labels: { 'pipeline/recurringRunId': recurring } }),
  };
}

function argoWorkflows(
  labels: Labels,
  owners: KubernetesObject['metadata']['ownerReferences'] = [],
): Maker | undefined {
  for (const what of ['cron-workflow', 'workflow-template']) {
    const key = `workflows.argoproj.io/${what}`;
    if (labels[key]) {
      return {
        foundBy: 'maker',
        maker: `Argo ${what.replace('-', ' ')} ${labels[key]}`,
        labels: { [key]: labels[key] },
        shared: true,
      };
    }
  }
  const owner = owners.find(
    ({ kind, apiVersion }) =>
      kind === 'Workflow' && apiVersion.startsWith('argoproj.io/'),
  );
  const name = labels['workflows.argoproj.io/workflow'] ?? owner?.name;
  return name
    ? { foundBy: 'maker', maker: `Argo workflow ${runNameBase(name)}` }
    : undefined;
}

function formerSchedule(labels: Labels): Maker | undefined {
  const key = 'sparkoperator.k8s.io/scheduled-app-name';
  return labels[key]
    ? {
        foundBy: 'label-selector',
        maker: `schedule ${labels[key]}, which is gone`,
        labels: { [key]: labels[key] },
        name: labels[key],
      }
    : undefined;
}

/** Labelled for Backstage's Kubernetes plugin, but there is no such Component here. */
function component(labels: Labels): Maker | undefined {
  const name = labels[LABEL_KUBERNETES_ID];
  return name
    ? {
        foundBy: 'label-selector',
        labels: { [LABEL_KUBERNETES_ID]: name },
        name,
      }
    : undefined;
}

function helm(labels: Labels): Maker | undefined {
  const instance = labels['app.kubernetes.io/instance'];
  const name = labels['app.kubernetes.io/name'];
  if (!instance) return undefined;
  const byHelm = labels['app.kubernetes.io/managed-by'] === 'Helm';
  return {
    foundBy: 'label-selector',
    ...(byHelm && { maker: `Helm release ${instance}` }),
    labels: {
      'app.kubernetes.io/instance': instance,
      ...(name && { 'app.kubernetes.io/name': name }),
    },
    name: instance,
    shared: true,
  };
}

/** The labels as a selector, in the syntax of kubectl. */
export function selectorOf(labels: Labels): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
