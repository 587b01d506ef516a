import { pagesOf, PageOptions } from './pages';
import { LakefsHttp, LakefsRequest, WRITE_DEADLINE_MS } from './LakefsHttp';
import { DiffSlice, Slice, Way, way } from './Slice';
import {
  ActionRun,
  Commit,
  Diff,
  HookRun,
  MergeBase,
  MergeBody,
  ObjectStats,
  Page,
  Ref,
  Repository,
  ServerConfig,
} from './types';

/** The calls that the portal makes to lakeFS, typed. All throw LakefsError. */
export class LakefsClient {
  readonly http: LakefsHttp;

  constructor(http: LakefsHttp) {
    this.http = http;
  }

  /** Also the test of the key: `/user` answers 200 to anybody. */
  config({ signal }: Way): Promise<ServerConfig> {
    return this.http.json({
      signal,
      path: ['config'],
      what: 'tell its configuration',
    });
  }

  repositories(
    options: PageOptions,
  ): AsyncGenerator<Repository[], void, undefined> {
    return pagesOf(options, slice =>
      this.http.json({
        ...way(options),
        path: ['repositories'],
        query: slice,
        what: 'list its repositories',
      }),
    );
  }

  repository(repo: string, signal: Way): Promise<Repository> {
    return this.#get(signal, repo, [], `read repository ${repo}`);
  }

  /** Hidden ones as well. */
  branches(
    repo: string,
    options: PageOptions,
  ): AsyncGenerator<Ref[], void, undefined> {
    return pagesOf(options, slice =>
      this.#get(way(options), repo, ['branches'], `list branches of ${repo}`, {
        ...slice,
        show_hidden: true,
      }),
    );
  }

  branch(repo: string, name: string, signal: Way): Promise<Ref> {
    const what = `read branch ${name} of ${repo}`;
    return this.#get(signal, repo, ['branches', name], what);
  }

  tag(repo: string, name: string, signal: Way): Promise<Ref> {
    const what = `read tag ${name} of ${repo}`;
    return this.#get(signal, repo, ['tags', name], what);
  }

  tags(repo: string, slice: Slice): Promise<Page<Ref>> {
    return this.#page(slice, repo, ['tags'], `list tags of ${repo}`);
  }

  /** A commit by its id, a short id, a branch or a tag. */
  commit(repo: string, ref: string, signal: Way): Promise<Commit> {
    return this.#get(
      signal,
      repo,
      ['commits', ref],
      `read commit ${ref} of ${repo}`,
    );
  }

  /** Newest first. `stopAt` itself is the last that is told. */
  log(
    repo: string,
    ref: string,
    slice: Slice & { stopAt?: string; firstParent?: boolean },
  ): Promise<Page<Commit>> {
    return this.#page(
      slice,
      repo,
      ['refs', ref, 'commits'],
      `read the log of ${ref} of ${repo}`,
      { stop_at: slice.stopAt, first_parent: slice.firstParent },
    );
  }

  /** What `right` has changed since it parted from `left` (three dots), or how the two differ (two dots). */
  diff(
    repo: string,
    left: string,
    right: string,
    slice: DiffSlice & { type: 'two_dot' | 'three_dot' },
  ): Promise<Page<Diff>> {
    return this.#page(
      slice,
      repo,
      ['refs', left, 'diff', right],
      `compare ${left} with ${right} of ${repo}`,
      { type: slice.type, prefix: slice.prefix, delimiter: slice.delimiter },
    );
  }

  /** What lies on a branch without being committed. */
  uncommitted(
    repo: string,
    branch: string,
    slice: DiffSlice,
  ): Promise<Page<Diff>> {
    return this.#page(
      slice,
      repo,
      ['branches', branch, 'diff'],
      `read the uncommitted data of ${branch} of ${repo}`,
      { prefix: slice.prefix, delimiter: slice.delimiter },
    );
  }

  mergeBase(
    repo: string,
    source: string,
    destination: string,
    signal: Way,
  ): Promise<MergeBase> {
    return this.#get(
      signal,
      repo,
      ['refs', source, 'merge', destination],
      `find where ${source} and ${destination} of ${repo} parted`,
    );
  }

  /** Patterns of protected branches; fnmatch. */
  async protection(repo: string, signal: Way): Promise<string[]> {
    const rules: { pattern: string }[] = await this.#get(
      signal,
      repo,
      ['settings', 'branch_protection'],
      `read the protected branches of ${repo}`,
    );
    return rules.map(({ pattern }) => pattern);
  }

  /** Newest first; a run is listed once it has ended. */
  runs(
    repo: string,
    slice: Slice & { branch?: string; commit?: string },
  ): Promise<Page<ActionRun>> {
    return this.#page(
      slice,
      repo,
      ['actions', 'runs'],
      `list the checks of ${repo}`,
      { branch: slice.branch, commit: slice.commit },
    );
  }

  hooks(repo: string, run: string, slice: Slice): Promise<Page<HookRun>> {
    return this.#page(
      slice,
      repo,
      ['actions', 'runs', run, 'hooks'],
      `read the checks of run ${run} of ${repo}`,
    );
  }

  hookOutput(
    repo: string,
    run: string,
    hook: string,
    signal: Way,
  ): Promise<string> {
    return this.http.text({
      ...signal,
      path: [
        ...['repositories', repo, 'actions', 'runs', run],
        ...['hooks', hook, 'output'],
      ],
      what: `read the output of check ${hook} of ${repo}`,
    });
  }

  objects(
    repo: string,
    ref: string,
    slice: DiffSlice,
  ): Promise<Page<ObjectStats>> {
    return this.#page(
      slice,
      repo,
      ['refs', ref, 'objects', 'ls'],
      `list objects of ${ref} of ${repo}`,
      { prefix: slice.prefix, delimiter: slice.delimiter },
    );
  }

  stat(
    repo: string,
    ref: string,
    path: string,
    signal: Way,
  ): Promise<ObjectStats> {
    return this.#get(
      signal,
      repo,
      ['refs', ref, 'objects', 'stat'],
      `read object ${path} of ${ref} of ${repo}`,
      { path },
    );
  }

  /** The first bytes of an object, at most `bytes`. */
  head(
    repo: string,
    ref: string,
    path: string,
    options: Way & { bytes: number },
  ): Promise<Response> {
    return this.http.send({
      signal: options.signal,
      path: ['repositories', repo, 'refs', ref, 'objects'],
      query: { path },
      headers: { Range: `bytes=0-${options.bytes - 1}` },
      what: `read object ${path} of ${ref} of ${repo}`,
    });
  }

  /** @returns the commit that the branch begins at */
  createBranch(
    repo: string,
    body: { name: string; source: string },
    signal: Way,
  ): Promise<string> {
    return this.#write(
      signal,
      repo,
      'POST',
      ['branches'],
      `create branch ${body.name} of ${repo}`,
      body,
    );
  }

  async deleteBranch(repo: string, name: string, signal: Way): Promise<void> {
    const path = ['branches', name];
    const what = `delete branch ${name} of ${repo}`;
    await this.#write(signal, repo, 'DELETE', path, what);
  }

  /** Throws away what lies on a branch without being committed. */
  async discard(repo: string, branch: string, signal: Way): Promise<void> {
    await this.#write(
      signal,
      repo,
      'PUT',
      ['branches', branch],
      `discard the uncommitted data of ${branch} of ${repo}`,
      { type: 'reset' },
    );
  }

  async createCommit(
    repo: string,
    branch: string,
    body: { message: string; metadata: Record<string, string> },
    signal: Way,
  ): Promise<Commit> {
    const text = await this.#write(
      signal,
      repo,
      'POST',
      ['branches', branch, 'commits'],
      `commit branch ${branch} of ${repo}`,
      body,
    );
    return JSON.parse(text) as Commit;
  }

  /** @returns the merge commit */
  async merge(
    repo: string,
    source: string,
    destination: string,
    body: MergeBody,
    signal: Way,
  ): Promise<string> {
    const text = await this.#write(
      signal,
      repo,
      'POST',
      ['refs', source, 'merge', destination],
      `merge ${source} into ${destination} of ${repo}`,
      body,
    );
    return (JSON.parse(text) as { reference: string }).reference;
  }

  async revert(
    repo: string,
    branch: string,
    body: {
      ref: string;
      parent_number: number;
      commit_overrides?: { message: string; metadata: Record<string, string> };
    },
    signal: Way,
  ): Promise<void> {
    await this.#write(
      signal,
      repo,
      'POST',
      ['branches', branch, 'revert'],
      `revert ${body.ref} on ${branch} of ${repo}`,
      body,
    );
  }

  async createTag(
    repo: string,
    body: { id: string; ref: string },
    signal: Way,
  ): Promise<void> {
    await this.#write(
      signal,
      repo,
      'POST',
      ['tags'],
      `create tag ${body.id} of ${repo}`,
      body,
    );
  }

  #get<T>(
    { signal }: Way,
    repo: string,
    path: readonly string[],
    what: string,
    query?: LakefsRequest['query'],
  ): Promise<T> {
    return this.http.json<T>({
      signal,
      path: ['repositories', repo, ...path],
      what,
      query,
    });
  }

  #page<T>(
    slice: Slice,
    repo: string,
    path: readonly string[],
    what: string,
    query?: LakefsRequest['query'],
  ): Promise<Page<T>> {
    const { after, amount } = slice;
    return this.#get(slice, repo, path, what, { after, amount, ...query });
  }

  #write(
    { signal }: Way,
    repo: string,
    method: 'POST' | 'PUT' | 'DELETE',
    path: readonly string[],
    what: string,
    body?: unknown,
  ): Promise<string> {
    return this.http.text({
      signal,
      method,
      path: ['repositories', repo, ...path],
      what,
      body,
      deadlineMs: WRITE_DEADLINE_MS,
    });
  }
}
