import {
  Credentials,
  TlsMaterial,
  tokenCredentials,
  tokenFileCredentials,
} from './Credentials';
import { HttpClusterOptions } from './HttpClusterConnection';
import { ClusterOptions } from './kubernetesConfig';

/** What `dataPlatform.kubernetes.clusters.<name>` adds to a cluster, wherever that comes from. Unset keys are absent. */
export function optionsOf(
  name: string,
  options: ClusterOptions | undefined,
  tls: () => Promise<TlsMaterial>,
): Partial<HttpClusterOptions> {
  const result: Partial<HttpClusterOptions> = {};
  if (options?.title) {
    result.title = options.title;
  }
  if (options?.sandbox !== undefined) {
    result.sandbox = options.sandbox;
  }
  if (options?.namespaces) {
    result.namespaces = options.namespaces;
  }
  if (options?.impersonation?.prefix) {
    result.impersonationPrefix = options.impersonation.prefix;
  }
  const bootstrap = bootstrapOf(name, options, tls);
  if (bootstrap) {
    result.bootstrap = bootstrap;
  }
  return result;
}

function bootstrapOf(
  name: string,
  options: ClusterOptions | undefined,
  tls: () => Promise<TlsMaterial>,
): Credentials | undefined {
  const { token, tokenFile } = options?.bootstrap ?? {};
  if (token) {
    return tokenCredentials(token, tls);
  }
  return tokenFile ? tokenFileCredentials(name, tokenFile, tls) : undefined;
}
