import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Clock, systemClock } from './Clock';
import { Clusters, ClusterTable } from './ClusterTable';
import { kubeconfigClusters } from './kubeconfigClusters';
import { kubernetesConfig } from './kubernetesConfig';
import { ImportClient, importClient } from './loadKubeconfig';
import { locatorClusters } from './locatorClusters';

/**
 * All clusters that are configured: those of the kubernetes plugin and those of kubeconfig files. Connects to none.
 * @throws an Error that names the key, only for mistakes under `dataPlatform.kubernetes`
 */
export async function readClusters(
  config: Config,
  logger: LoggerService,
  clock: Clock = systemClock,
  client: ImportClient = importClient,
): Promise<Clusters> {
  const own = kubernetesConfig(config);
  const options = own.clusters ?? {};
  const table = new ClusterTable(logger);
  locatorClusters(config, options, table, clock);
  for (const entry of own.kubeconfigs ?? []) {
    await kubeconfigClusters(entry, { options, table, clock, client });
  }
  for (const name of Object.keys(options)) {
    if (!table.has(name)) {
      logger.warn(
        `dataPlatform.kubernetes.clusters.${name} is set, but no cluster of that name is configured`,
      );
    }
  }
  return table.result();
}
