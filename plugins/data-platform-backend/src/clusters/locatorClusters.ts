import { Config } from '@backstage/config';
import { ClusterTable } from './ClusterTable';
import { Clock } from './Clock';
import {
  Credentials,
  readCredentialFile,
  TlsMaterial,
  tokenCredentials,
  tokenFileCredentials,
} from './Credentials';
import { HttpClusterConnection } from './HttpClusterConnection';
import { ClusterOptions } from './kubernetesConfig';
import { optionsOf } from './optionsOf';

const METHODS = 'kubernetes.clusterLocatorMethods';
/** Where a pod finds the credentials of its own service account. */
const IN_CLUSTER = '/var/run/secrets/kubernetes.io/serviceaccount';
const AUTH_PROVIDER = 'kubernetes.io/auth-provider';

/**
 * The clusters of Backstage's kubernetes plugin, read as its ConfigClusterLocator reads them, so that an adopter
 * configures nothing twice. What we cannot speak becomes an unsupported source: that configuration is not ours to refuse.
 */
export function locatorClusters(
  config: Config,
  options: Record<string, ClusterOptions>,
  table: ClusterTable,
  clock: Clock,
): void {
  const methods = config.getOptional(METHODS);
  for (const [index, method] of asList(methods).entries()) {
    const at = `${METHODS}[${index}]`;
    const type = text(method.type) ?? 'without a type';
    if (type !== 'config') {
      table.refuse({
        name: `${type} locator`,
        state: 'unsupported',
        message: `${at} finds clusters by the method "${type}", which the data platform does not support. Name its clusters in a "config" locator or in dataPlatform.kubernetes.kubeconfigs.`,
      });
      continue;
    }
    for (const cluster of asList(method.clusters)) {
      addCluster(cluster, at, options, table, clock);
    }
  }
}

function addCluster(
  cluster: Record<string, unknown>,
  at: string,
  options: Record<string, ClusterOptions>,
  table: ClusterTable,
  clock: Clock,
): void {
  const name = text(cluster.name) ?? `unnamed cluster of ${at}`;
  const title = text(cluster.title);
  const refuse = (message: string) =>
    table.refuse({ name, title, state: 'unsupported', message });
  const metadata = (cluster.authMetadata ?? {}) as Record<string, unknown>;
  const provider = text(metadata[AUTH_PROVIDER]) ?? text(cluster.authProvider);
  if (provider !== 'serviceAccount') {
    refuse(
      `Cluster ${name} uses the auth provider ${
        provider ?? '(none)'
      }, which the data platform does not support for reading on its own. Give it authProvider serviceAccount, or name a kubeconfig with an exec plugin in dataPlatform.kubernetes.kubeconfigs.`,
    );
    return;
  }
  const url = text(cluster.url);
  if (!url || !/^https?:$/.test(urlProtocol(url))) {
    refuse(
      `Cluster ${name} has no valid http(s) URL: correct its url in ${at}.`,
    );
    return;
  }
  table.connect(
    new HttpClusterConnection({
      name,
      title,
      url,
      clock,
      credentials: serviceAccount(name, cluster),
      ...optionsOf(name, options[name], () => tls(name, cluster)),
    }),
    at,
  );
}

function serviceAccount(
  name: string,
  cluster: Record<string, unknown>,
): Credentials {
  const material = () => tls(name, cluster);
  const file = text(cluster.serviceAccountTokenFile);
  if (file) {
    return tokenFileCredentials(name, file, material);
  }
  const token = tokenOf(cluster);
  return token
    ? tokenCredentials(token, material)
    : tokenFileCredentials(name, `${IN_CLUSTER}/token`, material);
}

/** A cluster that is reached by the pod's own token, and has no CA of its own, has the pod's CA. */
async function tls(
  name: string,
  cluster: Record<string, unknown>,
): Promise<TlsMaterial> {
  const material: TlsMaterial = {
    rejectUnauthorized: cluster.skipTLSVerify === true ? false : undefined,
  };
  const caData = text(cluster.caData);
  const caFile = text(cluster.caFile);
  if (caData) {
    material.ca = Buffer.from(caData, 'base64');
  } else if (caFile) {
    material.ca = await readCredentialFile(name, caFile);
  } else if (
    material.rejectUnauthorized === undefined &&
    isInCluster(cluster)
  ) {
    material.ca = await readCredentialFile(name, `${IN_CLUSTER}/ca.crt`);
  }
  return material;
}

function tokenOf(cluster: Record<string, unknown>): string | undefined {
  const metadata = (cluster.authMetadata ?? {}) as Record<string, unknown>;
  return (
    text(cluster.serviceAccountToken) ?? text(metadata.serviceAccountToken)
  );
}

function isInCluster(cluster: Record<string, unknown>): boolean {
  return (
    !tokenOf(cluster) &&
    !text(cluster.serviceAccountTokenFile) &&
    /^https:/.test(text(cluster.url) ?? '')
  );
}

function asList(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'object' && item !== null)
    : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function urlProtocol(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}
