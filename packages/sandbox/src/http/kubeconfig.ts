import { stringify } from 'yaml';

export interface KubeconfigParts {
  /** Name of cluster and context. */
  name: string;
  url: string;
  user: string;
  token: string;
  /** PEM; absent on plain HTTP. */
  certificate?: string;
}

/** A kubeconfig for one user, as YAML. */
export function kubeconfigOf(parts: KubeconfigParts): string {
  const { name, url, user, token, certificate } = parts;
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name,
        cluster: {
          server: url,
          ...(certificate
            ? {
                'certificate-authority-data':
                  Buffer.from(certificate).toString('base64'),
              }
            : // client-node refuses plain HTTP to a cluster that it should verify.
              { 'insecure-skip-tls-verify': true }),
        },
      },
    ],
    users: [{ name: user, user: { token } }],
    contexts: [{ name, context: { cluster: name, user } }],
    'current-context': name,
  });
}
