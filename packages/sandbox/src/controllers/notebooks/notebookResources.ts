import type { KubeObject } from '../../types';
import { controllerReference } from '../workloads/ownedPods';
import {
  isStopped,
  LABEL_NOTEBOOK,
  notebookPath,
  type Notebook,
} from './Notebook';

const DEFAULT_PORT = 8888;

type Container = Record<string, any>;

/** The controller is written against v1beta1, which is what it says of its owners. */
const owner = (notebook: Notebook) =>
  controllerReference({
    ...notebook,
    apiVersion: 'kubeflow.org/v1beta1',
  } as KubeObject);

function firstContainer(notebook: Notebook): Container {
  const { namespace = '', name } = notebook.metadata;
  const [container] = notebook.spec.template.spec.containers as Container[];
  const prefix = { name: 'NB_PREFIX', value: notebookPath(namespace, name) };
  const env: { name: string }[] = container.env ?? [];
  return {
    ...container,
    workingDir: container.workingDir || '/home/jovyan',
    ports: container.ports ?? [
      { containerPort: DEFAULT_PORT, name: 'notebook-port', protocol: 'TCP' },
    ],
    // A prefix that is given stays as it is: the real controller changes a copy of it.
    env: env.some(one => one.name === prefix.name) ? env : [...env, prefix],
  };
}

/** The StatefulSet of a notebook (generateStatefulSet of the notebook-controller). */
export function notebookSet(notebook: Notebook) {
  const { name, labels, annotations = {} } = notebook.metadata;
  const { spec } = notebook.spec.template;
  return {
    metadata: { name, ownerReferences: [owner(notebook)] },
    spec: {
      replicas: isStopped(notebook) ? 0 : 1,
      selector: { matchLabels: { statefulset: name } },
      template: {
        metadata: {
          labels: { statefulset: name, [LABEL_NOTEBOOK]: name, ...labels },
          annotations: Object.fromEntries(
            Object.entries(annotations).filter(
              ([key]) => !/kubectl|notebook/.test(key),
            ),
          ),
        },
        spec: {
          ...spec,
          containers: spec.containers.with(0, firstContainer(notebook)),
          securityContext: (spec as Container).securityContext ?? {
            fsGroup: 100,
          },
        },
      },
      serviceName: '',
    },
  };
}

/** The Service of a notebook, port 80 to its first port. */
export function notebookService(notebook: Notebook) {
  const { name } = notebook.metadata;
  const [port] = notebook.spec.template.spec.containers[0].ports ?? [];
  return {
    metadata: { name, ownerReferences: [owner(notebook)] },
    spec: {
      type: 'ClusterIP',
      selector: { statefulset: name },
      ports: [
        {
          name: `http-${name}`,
          port: 80,
          targetPort: port?.containerPort ?? DEFAULT_PORT,
          protocol: 'TCP',
        },
      ],
    },
  };
}
