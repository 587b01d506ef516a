import { LakefsHttp, LakefsRequest, WRITE_DEADLINE_MS } from './LakefsHttp';
import { Slice, Way } from './Slice';
import { Page } from './types';

/** Reads below a repository. */
export function get<T>(
  http: LakefsHttp,
  { signal }: Way,
  repo: string,
  path: readonly string[],
  what: string,
  query?: LakefsRequest['query'],
): Promise<T> {
  return http.json<T>({
    signal,
    path: ['repositories', repo, ...path],
    what,
    query,
  });
}

/** One page of a list below a repository. */
export function page<T>(
  http: LakefsHttp,
  slice: Slice,
  repo: string,
  path: readonly string[],
  what: string,
  query?: LakefsRequest['query'],
): Promise<Page<T>> {
  const { after, amount } = slice;
  return get(http, slice, repo, path, what, { after, amount, ...query });
}

/** Changes something below a repository. @returns the body of the answer */
export function write(
  http: LakefsHttp,
  { signal }: Way,
  repo: string,
  method: 'POST' | 'PUT' | 'DELETE',
  path: readonly string[],
  what: string,
  body?: unknown,
): Promise<string> {
  return http.text({
    signal,
    method,
    path: ['repositories', repo, ...path],
    what,
    body,
    deadlineMs: WRITE_DEADLINE_MS,
  });
}
