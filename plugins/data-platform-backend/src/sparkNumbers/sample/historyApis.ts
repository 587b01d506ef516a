import { Clock } from '../../clusters/Clock';
import { ClusterConnection } from '../../clusters/types';
import { HistoryServer, historyServerOf } from '../HistoryServers';
import { HttpSparkApi } from '../rest/HttpSparkApi';
import { Pace } from '../rest/Pace';
import { ProxiedSparkApi } from '../rest/ProxiedSparkApi';
import { SparkApi } from '../rest/SparkApi';

/** A server of its own is asked this much at most. */
const PER_SECOND = 5;
const AT_ONCE = 2;

/** How the History Server of each cluster is asked; undefined where there is none. */
export function historyApis(options: {
  servers: readonly HistoryServer[];
  clock: Clock;
  connection(source: string): ClusterConnection | undefined;
  paceOf(source: string): Pace;
}): (source: string) => SparkApi | undefined {
  const { servers, clock, connection, paceOf } = options;
  const own = new Map<HistoryServer, SparkApi>();
  return source => {
    const server = historyServerOf(servers, source);
    if (!server) {
      return undefined;
    }
    if ('service' in server.address) {
      const cluster = connection(source);
      const target = {
        resource: 'services',
        ...server.address.service,
      } as const;
      return (
        cluster &&
        paceOf(source).paced(new ProxiedSparkApi(cluster, target, clock))
      );
    }
    let api = own.get(server);
    if (!api) {
      const { url, headers } = server.address;
      const pace = new Pace({ clock, perSecond: PER_SECOND, atOnce: AT_ONCE });
      api = pace.paced(new HttpSparkApi(url, headers, clock));
      own.set(server, api);
    }
    return api;
  };
}
