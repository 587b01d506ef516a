import { ResourceType } from '../../resources/ResourceType';
import { Database } from '../../store/Database';
import { Clock } from '../../types';
import { Exchange } from '../Exchange';
import { readListOptions, readVersion } from '../ListOptions';
import { negotiate } from '../negotiate';
import { WatchStream } from '../WatchStream';

/** GET of a collection with `watch`. */
export function handleWatch(
  exchange: Exchange,
  type: ResourceType,
  database: Database,
  clock: Clock,
): void {
  const { name } = exchange.resource!;
  const form = negotiate(exchange.request.headers.accept);
  const options = readListOptions(exchange.url.searchParams, type, name);
  const from = options.resourceVersion
    ? readVersion(options.resourceVersion, true)
    : 0;
  const stream = exchange.stream('application/json');
  new WatchStream({
    stream,
    type,
    namespace: exchange.resource!.namespace,
    options,
    form,
    database,
    clock,
  }).start(from);
}
