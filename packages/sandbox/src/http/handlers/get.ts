import { Operations } from '../../api/Operations';
import { ResourceType } from '../../resources/ResourceType';
import { Clock } from '../../types';
import { Exchange } from '../Exchange';
import { negotiate } from '../negotiate';
import { entryJson, inVersion } from '../serialize';
import { Included, partialMetadata, printerOf, table } from '../tables/Table';

/** GET of one object, in the form that the client accepts. */
export function handleGet(
  exchange: Exchange,
  type: ResourceType,
  operations: Operations,
  clock: Clock,
): void {
  const form = negotiate(exchange.request.headers.accept);
  const { name } = exchange.resource!;
  const namespace = type.namespaced ? exchange.resource!.namespace : undefined;
  const entry = operations.mustFind(type, namespace, name!);
  if (form.as === 'object') {
    exchange.send(200, 'application/json', `${entryJson(type, entry)}\n`);
    return;
  }
  const object = inVersion(type, entry.object);
  if (form.as === 'PartialObjectMetadata') {
    exchange.json(200, partialMetadata(object, form.version));
    return;
  }
  const { resourceVersion } = object.metadata;
  const include = (exchange.query('includeObject') ?? 'Metadata') as Included;
  exchange.json(
    200,
    table(
      printerOf(type),
      [object],
      { resourceVersion },
      {
        version: form.version,
        now: clock.now(),
        include,
      },
    ),
  );
}
