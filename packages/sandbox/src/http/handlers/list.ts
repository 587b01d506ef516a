import { badRequest, expired, refusal } from '../../errors/status';
import {
  apiVersionOf,
  ResourceType,
  storeOf,
} from '../../resources/ResourceType';
import { Database } from '../../store/Database';
import { Entry, keyOf } from '../../store/Entry';
import { ListedPage } from '../../store/ResourceStore';
import { Clock, StatusError } from '../../types';
import { decodeContinue, encodeContinue } from '../continueToken';
import { Exchange } from '../Exchange';
import { ListOptions, readListOptions, readVersion } from '../ListOptions';
import { Form, negotiate } from '../negotiate';
import { inVersion, itemJson } from '../serialize';
import { Included, partialMetadata, printerOf, table } from '../tables/Table';

/** How long a list waits for a version that is not there yet. */
const FUTURE_WAIT_MS = 3_000;

interface Listing {
  page: ListedPage;
  version: number;
}

/** GET of a collection. */
export function handleList(
  exchange: Exchange,
  type: ResourceType,
  database: Database,
  clock: Clock,
): void {
  const { namespace } = exchange.resource!;
  const form = negotiate(exchange.request.headers.accept);
  const options = readListOptions(exchange.url.searchParams, type);
  const answer = () => {
    const listing = listPage(type, namespace, options, database);
    sendList(exchange, type, listing, options, form, clock.now());
  };
  const version = Number(options.resourceVersion);
  if (version > database.version && !options.continue) {
    waitForVersion(exchange, version, database, clock, answer);
  } else answer();
}

function waitForVersion(
  exchange: Exchange,
  version: number,
  database: Database,
  clock: Clock,
  answer: () => void,
): void {
  const { version: current } = database;
  const cancel = clock.after(FUTURE_WAIT_MS, () => {
    if (database.version >= version) answer();
    else exchange.refuse(tooLarge(version, current));
  });
  exchange.response.once('close', cancel);
}

function tooLarge(version: number, current: number): StatusError {
  return refusal({
    code: 504,
    reason: 'Timeout',
    message: `Timeout: Too large resource version: ${version}, current: ${current}`,
    details: {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  });
}

/** Finds one page. @throws 400, 410 */
export function listPage(
  type: ResourceType,
  namespace: string | undefined,
  options: ListOptions,
  database: Database,
): Listing {
  const store = database.store(storeOf(type));
  const accept = (entry: Entry) =>
    !options.hasSelector || options.matches(entry.object);
  const { limit } = options;
  if (options.continue) {
    if (options.resourceVersion && options.resourceVersion !== '0') {
      throw badRequest(
        'specifying resource version is not allowed when using continue',
      );
    }
    const continuation = decodeContinue(options.continue);
    const newest = continuation.version < 0;
    const version = newest ? database.version : continuation.version;
    const start = keyOf(namespace, continuation.start);
    const then = store.history.rewind(version);
    if (!then) throw expiredContinue(continuation.start);
    const page = store.page({ namespace, start, limit, accept, then });
    return { page, version };
  }
  const { resourceVersion, match } = options;
  if (resourceVersion) {
    const version = readVersion(resourceVersion, false);
    if (match === 'Exact') {
      const then = store.history.rewind(version);
      if (!then) {
        throw expired('The resourceVersion for the provided list is too old.');
      }
      return { page: store.page({ namespace, limit, accept, then }), version };
    }
    if (version === 0) {
      // From the watch cache, which knows no pages.
      return {
        page: store.page({ namespace, accept }),
        version: database.version,
      };
    }
  }
  return {
    page: store.page({ namespace, limit, accept }),
    version: database.version,
  };
}

/** A token to go on with all the same stands beside the refusal: from the last key, at the newest version. */
function expiredContinue(start: string): StatusError {
  const error = expired(
    'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
  );
  return new StatusError({
    ...error.status,
    metadata: { continue: encodeContinue({ version: -1, start }) } as any,
  });
}

function sendList(
  exchange: Exchange,
  type: ResourceType,
  listing: Listing,
  options: ListOptions,
  form: Form,
  now: number,
): void {
  const { page, version } = listing;
  const metadata: Record<string, unknown> = {
    resourceVersion: String(version),
  };
  if (page.next) {
    const { namespace } = exchange.resource!;
    const start = namespace ? page.next.slice(namespace.length + 1) : page.next;
    metadata.continue = encodeContinue({ version, start });
    if (!options.hasSelector) metadata.remainingItemCount = page.remaining;
  }
  if (form.as === 'Table') {
    const objects = page.entries.map(entry => inVersion(type, entry.object));
    const include = (exchange.query('includeObject') ?? 'Metadata') as Included;
    exchange.json(
      200,
      table(printerOf(type), objects, metadata, {
        version: form.version,
        now,
        include,
      }),
    );
    return;
  }
  if (form.as === 'PartialObjectMetadata') {
    exchange.json(200, {
      kind: 'PartialObjectMetadataList',
      apiVersion: `meta.k8s.io/${form.version}`,
      metadata,
      items: page.entries.map(entry =>
        partialMetadata(entry.object, form.version),
      ),
    });
    return;
  }
  // Lists of custom resources always carry the key, lists of built-in kinds leave an empty one out.
  if (type.custom) metadata.continue ??= '';
  const items = page.entries.map(entry => itemJson(type, entry)).join(',');
  exchange.send(
    200,
    'application/json',
    `{"kind":"${type.listKind}","apiVersion":"${apiVersionOf(
      type,
    )}","metadata":${JSON.stringify(metadata)},"items":[${items}]}\n`,
  );
}
