import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { containerResources } from './containerResources';
import { NotebookParts } from './NotebookPlan';

const SERVER_TYPE = 'notebooks.kubeflow.org/server-type';
const REWRITE = 'notebooks.kubeflow.org/http-rewrite-uri';
const HEADERS = 'notebooks.kubeflow.org/http-headers-request-set';
/** What Kubeflow's form calls its three groups of images. */
const TYPES: Readonly<Record<NotebookParts['group'], string>> = {
  jupyter: 'jupyter',
  'code-server': 'group-one',
  rstudio: 'group-two',
};

/**
 * A Notebook as Kubeflow's own form makes it. The controller copies its labels to the pod, where PodDefaults find them; the
 * container is named like the notebook, by which the controller finds it.
 * @see kubeflow/notebooks, crud-web-apps/jupyter, form.py and notebook_template.yaml
 */
export function notebookObject(parts: NotebookParts): KubernetesManifest {
  const { name, namespace, volumes, shm, environment } = parts;
  return {
    apiVersion: 'kubeflow.org/v1',
    kind: 'Notebook',
    metadata: {
      name,
      namespace,
      labels: { app: name, ...parts.labels },
      annotations: { ...serverType(parts), ...parts.annotations },
    },
    spec: {
      template: {
        spec: {
          ...(parts.serviceAccount && {
            serviceAccountName: parts.serviceAccount,
          }),
          containers: [
            {
              name,
              image: parts.image,
              imagePullPolicy: 'IfNotPresent',
              // A server that ends at once then says why in the status of its pod, for as long as the pod is there.
              terminationMessagePolicy: 'FallbackToLogsOnError',
              resources: containerResources(parts),
              ...(environment.length > 0 && { env: [...environment] }),
              volumeMounts: [
                ...volumes.map(({ claim, mountPath }) => ({
                  name: volumeName(claim),
                  mountPath,
                })),
                ...(shm ? [{ name: 'dshm', mountPath: '/dev/shm' }] : []),
              ],
            },
          ],
          volumes: [
            ...volumes.map(({ claim }) => ({
              name: volumeName(claim),
              persistentVolumeClaim: { claimName: claim },
            })),
            ...(shm ? [{ name: 'dshm', emptyDir: { medium: 'Memory' } }] : []),
          ],
          ...(parts.tolerations && { tolerations: [...parts.tolerations] }),
          ...(parts.affinity && { affinity: parts.affinity }),
        },
      },
    },
  };
}

/** Our volume for shared memory has a name of its own, which a claim may have too. */
function volumeName(claim: string): string {
  return claim === 'dshm' ? 'claim-dshm' : claim;
}

/** How the controller shall route to it: what is no Jupyter serves its pages at "/". */
function serverType({
  group,
  namespace,
  name,
}: NotebookParts): Record<string, string> {
  return {
    [SERVER_TYPE]: TYPES[group],
    ...(group !== 'jupyter' && { [REWRITE]: '/' }),
    ...(group === 'rstudio' && {
      [HEADERS]: JSON.stringify({
        'X-RStudio-Root-Path': `/notebook/${namespace}/${name}/`,
      }),
    }),
  };
}
