/** A WorkspaceKind as a cluster has it: an old image that is hidden, one that is redirected, a size with a GPU. */
export function rawKind(spec: object = {}) {
  const image = (id: string, displayName: string, more: object = {}) => ({
    id,
    spawner: { displayName, ...more },
    spec: {
      image: `registry.example.com/${id}`,
      ports: [{ id: 'lab_1', port: 8888 }],
    },
  });
  return {
    apiVersion: 'kubeflow.org/v1beta1',
    kind: 'WorkspaceKind',
    metadata: { name: 'jupyterlab' },
    spec: {
      spawner: { displayName: 'JupyterLab', description: 'In the browser.' },
      podTemplate: {
        volumeMounts: { home: '/home/jovyan' },
        options: {
          imageConfig: {
            spawner: { default: 'new' },
            values: [
              image('new', 'New'),
              image('old', 'Old', { hidden: true }),
              {
                ...image('previous', 'Previous'),
                redirect: {
                  to: 'new',
                  message: { level: 'Info', text: 'Fixes a leak.' },
                },
              },
            ],
          },
          podConfig: {
            spawner: { default: 'tiny' },
            values: [
              {
                id: 'tiny',
                spawner: { displayName: 'Tiny' },
                spec: {
                  resources: { requests: { cpu: '100m', memory: '128Mi' } },
                },
              },
              {
                id: 'gpu',
                spawner: {
                  displayName: 'GPU',
                  labels: [{ key: 'size', value: 'large' }],
                },
                spec: {
                  resources: {
                    requests: { cpu: 4, memory: '16Gi' },
                    limits: { memory: '16Gi', 'nvidia.com/gpu': 1 },
                  },
                },
              },
            ],
          },
        },
      },
      ...spec,
    },
  };
}
