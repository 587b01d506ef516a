import { ClusterConnection, ImpersonatedUser } from '../../clusters/types';
import { list, record, text } from '../../sources/fields';

/** Of one page. */
const PAGE = 500;
/** Beyond so many objects a list says nothing to a person, and costs the server too much. */
const MAX_OBJECTS = 10_000;

/** A list was refused or is no list. The message is a sentence. */
export class ListRefused extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = 'ListRefused';
    this.code = code;
  }
}

export interface ListRequest {
  /** Path of the collection, encoded: `/api/v1/nodes`. */
  path: string;
  /** What is listed, for sentences: `nodes`. */
  noun: string;
  query?: Readonly<Record<string, string>>;
  /** Default: as the portal. */
  as?: ImpersonatedUser;
  signal: AbortSignal;
}

/**
 * All objects of a collection, page by page, at most 10 000.
 * @throws ListRefused, ClusterError
 */
export async function listAll(
  cluster: ClusterConnection,
  { path, noun, query, as, signal }: ListRequest,
): Promise<unknown[]> {
  const items: unknown[] = [];
  let next: string | undefined;
  do {
    const response = await cluster.request({
      path,
      query: { ...query, limit: PAGE, ...(next && { continue: next }) },
      ...(as && { as }),
      signal,
    });
    if (response.status !== 200) {
      await response.text().catch(() => '');
      throw new ListRefused(
        response.status,
        refusal(cluster.name, noun, response.status, as),
      );
    }
    const body = record(await response.json());
    items.push(...list(body.items));
    next = text(record(body.metadata).continue);
  } while (next && items.length < MAX_OBJECTS);
  return items;
}

function refusal(
  cluster: string,
  noun: string,
  status: number,
  as: ImpersonatedUser | undefined,
): string {
  if (status === 404) return `Cluster ${cluster} does not know ${noun}.`;
  if (status !== 403) {
    return `Cluster ${cluster} answered ${status} when asked for ${noun}.`;
  }
  return as
    ? `You (${as.user}) may not list ${noun} on cluster ${cluster}.`
    : `The portal may not list ${noun} on cluster ${cluster}; see examples/rbac.`;
}
