import { IncomingHttpHeaders } from 'node:http';
import { LakeFs } from '../LakeFs';
import { DEFAULT_AMOUNT } from '../model/Page';
import { Repository } from '../model/Repository';
import { Schema } from './Schema';

/** A parameter of a query or a header. */
export interface Parameter {
  in: 'query' | 'header';
  required?: boolean;
  allowEmpty?: boolean;
  schema: Schema;
}

/** A request that fits its route. */
export interface Call {
  lakeFs: LakeFs;
  /** Parts of the path by name, decoded. */
  path: Readonly<Record<string, string>>;
  /** Parameters by name, with defaults filled in. */
  query: Query;
  headers: IncomingHttpHeaders;
  /** The JSON body; undefined when there is none. Read it with {@link bodyOf}. */
  body: unknown;
  bytes: Buffer;
}

/** Values of parameters, of the type that the schema names. */
export class Query {
  private readonly values: ReadonlyMap<string, unknown>;

  constructor(values: ReadonlyMap<string, unknown>) {
    this.values = values;
  }

  text(name: string): string {
    return String(this.values.get(name) ?? '');
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  flag(name: string): boolean {
    return this.values.get(name) === true;
  }

  list(name: string): readonly string[] {
    return (this.values.get(name) as readonly string[] | undefined) ?? [];
  }

  /** Items of a page: 0 and -1 stand for the default. */
  amount(): number {
    const amount = Number(this.values.get('amount') ?? 0);
    return amount > 0 ? amount : DEFAULT_AMOUNT;
  }
}

/** What is sent back. */
export interface Answer {
  status: number;
  /** Sent as JSON; not at all when it is undefined. */
  json?: unknown;
  /** Sent as it is. */
  raw?: Uint8Array | string;
  headers?: Readonly<Record<string, string>>;
}

export interface Route {
  method: string;
  /** With `{name}` for a part that varies. */
  path: string;
  parameters?: Readonly<Record<string, Parameter>>;
  /** Schema of the JSON body. */
  body?: Schema;
  /** The body may be left out. */
  bodyOptional?: boolean;
  /** Takes any body as it is. */
  anyBody?: boolean;
  /** Answers without credentials. */
  open?: boolean;
  handle(call: Call): Answer | Promise<Answer>;
}

/** The repository that the path of a request names. @throws LakeFsError 400, 404 */
export function repositoryOf({ lakeFs, path }: Call): Repository {
  return lakeFs.repository(path.repository);
}

/** The body, which the schema of the route has been checked against. @param T what that schema says */
export function bodyOf<T>({ body }: Pick<Call, 'body'>): T {
  return body as T;
}

export const NO_CONTENT: Answer = { status: 204 };

/** A list with its page, in the real server's form. */
export function pageAnswer(
  results: readonly unknown[],
  hasMore: boolean,
  nextOffset: string,
  maxPerPage = 1000,
): Answer {
  return {
    status: 200,
    json: {
      pagination: {
        has_more: hasMore,
        max_per_page: maxPerPage,
        next_offset: hasMore ? nextOffset : '',
        results: results.length,
      },
      results,
    },
  };
}
