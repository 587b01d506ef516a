import { beginningOf } from './beginningOf';
import { LakefsHttp } from './LakefsHttp';
import { pagesOf, PageOptions } from './pages';
import { get, page } from './requests';
import { DiffSlice, Slice, Way, way } from './Slice';
import {
  ActionRun,
  Commit,
  Diff,
  HookRun,
  MergeBase,
  ObjectStats,
  Page,
  Ref,
  Repository,
  ServerConfig,
} from './types';

/** What the portal reads of lakeFS, typed. All throw LakefsError. */
export class LakefsReader {
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
    return get(this.http, signal, repo, [], `read repository ${repo}`);
  }

  /** Hidden ones as well. */
  branches(
    repo: string,
    options: PageOptions,
  ): AsyncGenerator<Ref[], void, undefined> {
    return pagesOf(options, slice =>
      get(
        this.http,
        way(options),
        repo,
        ['branches'],
        `list branches of ${repo}`,
        {
          ...slice,
          show_hidden: true,
        },
      ),
    );
  }

  branch(repo: string, name: string, signal: Way): Promise<Ref> {
    const what = `read branch ${name} of ${repo}`;
    return get(this.http, signal, repo, ['branches', name], what);
  }

  tag(repo: string, name: string, signal: Way): Promise<Ref> {
    const what = `read tag ${name} of ${repo}`;
    return get(this.http, signal, repo, ['tags', name], what);
  }

  tags(repo: string, slice: Slice & { prefix?: string }): Promise<Page<Ref>> {
    const what = `list tags of ${repo}`;
    return page(this.http, slice, repo, ['tags'], what, {
      prefix: slice.prefix,
    });
  }

  /** A commit by its id, a short id, a branch or a tag. */
  commit(repo: string, ref: string, signal: Way): Promise<Commit> {
    return get(
      this.http,
      signal,
      repo,
      ['commits', ref],
      `read commit ${ref} of ${repo}`,
    );
  }

  /** Newest first. `stopAt` itself is the last that is told; with `objects` those that changed this object alone. */
  log(
    repo: string,
    ref: string,
    slice: Slice & {
      stopAt?: string;
      firstParent?: boolean;
      objects?: string;
    },
  ): Promise<Page<Commit>> {
    return page(
      this.http,
      slice,
      repo,
      ['refs', ref, 'commits'],
      `read the log of ${ref} of ${repo}`,
      {
        stop_at: slice.stopAt,
        first_parent: slice.firstParent,
        objects: slice.objects,
      },
    );
  }

  /** What `right` has changed since it parted from `left` (three dots), or how the two differ (two dots). */
  diff(
    repo: string,
    left: string,
    right: string,
    slice: DiffSlice & { type: 'two_dot' | 'three_dot' },
  ): Promise<Page<Diff>> {
    return page(
      this.http,
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
    return page(
      this.http,
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
    return get(
      this.http,
      signal,
      repo,
      ['refs', source, 'merge', destination],
      `find where ${source} and ${destination} of ${repo} parted`,
    );
  }

  /** Patterns of protected branches; fnmatch. */
  async protection(repo: string, signal: Way): Promise<string[]> {
    const rules: { pattern: string }[] = await get(
      this.http,
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
    return page(
      this.http,
      slice,
      repo,
      ['actions', 'runs'],
      `list the checks of ${repo}`,
      { branch: slice.branch, commit: slice.commit },
    );
  }

  run(repo: string, run: string, signal: Way): Promise<ActionRun> {
    const what = `read run ${run} of the checks of ${repo}`;
    return get(this.http, signal, repo, ['actions', 'runs', run], what);
  }

  hooks(repo: string, run: string, slice: Slice): Promise<Page<HookRun>> {
    return page(
      this.http,
      slice,
      repo,
      ['actions', 'runs', run, 'hooks'],
      `read the checks of run ${run} of ${repo}`,
    );
  }

  /** What a check said, at most `bytes` of it: a webhook may answer anything. */
  async hookOutput(
    repo: string,
    run: string,
    hook: string,
    { signal, bytes }: Way & { bytes: number },
  ): Promise<string> {
    const response = await this.http.send({
      signal,
      path: [
        ...['repositories', repo, 'actions', 'runs', run],
        ...['hooks', hook, 'output'],
      ],
      what: `read the output of check ${hook} of ${repo}`,
    });
    return new TextDecoder().decode(await beginningOf(response, bytes));
  }

  objects(
    repo: string,
    ref: string,
    slice: DiffSlice,
  ): Promise<Page<ObjectStats>> {
    return page(
      this.http,
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
    return get(
      this.http,
      signal,
      repo,
      ['refs', ref, 'objects', 'stat'],
      `read object ${path} of ${ref} of ${repo}`,
      { path },
    );
  }

  /** Bytes of an object from a place on, at most `bytes`, however much the server sends. */
  async head(
    repo: string,
    ref: string,
    path: string,
    { signal, bytes, from = 0 }: Way & { bytes: number; from?: number },
  ): Promise<Uint8Array> {
    const response = await this.http.send({
      signal,
      path: ['repositories', repo, 'refs', ref, 'objects'],
      query: { path },
      headers: { Range: `bytes=${from}-${from + bytes - 1}` },
      what: `read object ${path} of ${ref} of ${repo}`,
    });
    return beginningOf(response, bytes);
  }
}
