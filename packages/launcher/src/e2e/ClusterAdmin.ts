import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { parse } from 'yaml';

const DEADLINE_MS = 15_000;

/** The administrator of the sandbox, who changes what people of the portal may not. */
export class ClusterAdmin {
  readonly #server: string;
  readonly #ca: Buffer;
  readonly #token: string;

  /** @param kubeconfig - path of the file */
  constructor(kubeconfig: string) {
    const config = parse(readFileSync(kubeconfig, 'utf8'));
    const [{ cluster }] = config.clusters;
    this.#server = cluster.server;
    this.#ca = Buffer.from(cluster['certificate-authority-data'], 'base64');
    this.#token = config.users[0].user.token;
  }

  /** Labels a namespace, as the command on the Adopt page would. */
  labelNamespace(
    name: string,
    labels: Readonly<Record<string, string>>,
  ): Promise<void> {
    return this.#patch(`/api/v1/namespaces/${name}`, { metadata: { labels } });
  }

  /** Scales a Deployment. */
  scale(namespace: string, name: string, replicas: number): Promise<void> {
    return this.#patch(
      `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`,
      { spec: { replicas } },
    );
  }

  #patch(path: string, body: object): Promise<void> {
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.#server),
        {
          method: 'PATCH',
          ca: this.#ca,
          signal: AbortSignal.timeout(DEADLINE_MS),
          headers: {
            authorization: `Bearer ${this.#token}`,
            'content-type': 'application/merge-patch+json',
          },
        },
        answer => {
          answer.resume();
          answer.on('end', () =>
            answer.statusCode === 200
              ? resolve()
              : reject(
                  new Error(`PATCH ${path} answered ${answer.statusCode}.`),
                ),
          );
        },
      );
      sent.on('error', reject);
      sent.end(JSON.stringify(body));
    });
  }
}
