/** A small WorkspaceKind: two images, of which the old one is redirected to the new one, and one size. */
export function workspaceKind(name: string, image: string) {
  const imageConfig = (id: string, redirect?: { to: string }) => ({
    id,
    spawner: { displayName: `Image ${id}` },
    ...(redirect && { redirect }),
    spec: { image, ports: [{ id: 'web', port: 8888, displayName: 'Web' }] },
  });
  return {
    apiVersion: 'kubeflow.org/v1beta1',
    kind: 'WorkspaceKind',
    metadata: { name },
    spec: {
      spawner: {
        displayName: 'Conformance',
        description: 'Made by a conformance suite.',
        icon: { url: 'https://example.org/icon.svg' },
        logo: { url: 'https://example.org/logo.svg' },
      },
      podTemplate: {
        volumeMounts: { home: '/home/study' },
        ports: [{ id: 'web', defaultDisplayName: 'Web', protocol: 'HTTP' }],
        options: {
          imageConfig: {
            spawner: { default: 'new' },
            values: [imageConfig('new'), imageConfig('old', { to: 'new' })],
          },
          podConfig: {
            spawner: { default: 'tiny' },
            values: [
              {
                id: 'tiny',
                spawner: { displayName: 'Tiny' },
                spec: { resources: { requests: { cpu: '10m' } } },
              },
            ],
          },
        },
      },
    },
  };
}
