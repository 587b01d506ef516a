import { LakefsClient } from '../client/LakefsClient';
import { ActionRun } from '../client/types';
import { HookFailure } from '../model/objects';
import { readHookOutput } from './hookOutput';

/** Bytes of an output that are looked through for what it says. */
const MOST_OUTPUT = 64 * 1024;
/** Runs looked at, newest first. */
const RUNS = 100;
/** Failed runs read in one go; the rest is read next time. */
const READ_AT_ONCE = 10;
const REMEMBERED = 500;

/** The checks of a repository that said no, by what they were about. */
export interface Failures {
  /** The newest check of a commit to this branch failed. */
  ofBranch(branch: string): HookFailure | undefined;
  /** The merge of this commit was refused. */
  ofCommit(commit: string): HookFailure | undefined;
}

interface ReadRun extends HookFailure {
  /** The commit that was to be merged. */
  sourceCommit?: string;
}

/** Reads failed runs of actions. A run that has ended never changes, so each is read once. */
export class HookFailures {
  readonly #client: LakefsClient;
  readonly #repository: string;
  readonly #read = new Map<string, ReadRun | undefined>();

  constructor(client: LakefsClient, repository: string) {
    this.#client = client;
    this.#repository = repository;
  }

  async newest(signal: AbortSignal): Promise<Failures> {
    const { results } = await this.#client.runs(this.#repository, {
      signal,
      amount: RUNS,
    });
    const runs = results
      .filter(({ event_type: event }) => /^(pre-|prepare-)/.test(event))
      .sort((a, b) => (a.start_time < b.start_time ? 1 : -1));
    const failed = runs.filter(({ status }) => status === 'failed');
    const unread = failed.filter(({ run_id: id }) => !this.#read.has(id));
    for (const run of unread.slice(0, READ_AT_ONCE)) {
      this.#remember(run.run_id, await this.#readRun(run, signal));
    }
    const byBranch = new Map<string, HookFailure | undefined>();
    const byCommit = new Map<string, HookFailure>();
    for (const run of runs) {
      const failure = this.#read.get(run.run_id);
      if (isOfCommit(run) && !byBranch.has(run.branch)) {
        byBranch.set(run.branch, failure);
      }
      const source = failure?.sourceCommit;
      if (run.event_type === 'pre-merge' && source && !byCommit.has(source)) {
        byCommit.set(source, failure);
      }
    }
    return {
      ofBranch: branch => byBranch.get(branch),
      ofCommit: commit => byCommit.get(commit),
    };
  }

  async #readRun(
    run: ActionRun,
    signal: AbortSignal,
  ): Promise<ReadRun | undefined> {
    const { results } = await this.#client.hooks(this.#repository, run.run_id, {
      signal,
      amount: 100,
    });
    const hook = results.find(({ status }) => status === 'failed');
    if (!hook) return undefined;
    const output = await this.#client.hookOutput(
      this.#repository,
      run.run_id,
      hook.hook_run_id,
      { signal, bytes: MOST_OUTPUT },
    );
    const { sourceCommit, message } = readHookOutput(output);
    return {
      runId: run.run_id,
      event: run.event_type,
      at: Date.parse(run.end_time ?? run.start_time),
      action: hook.action,
      hook: hook.hook_id,
      hookRunId: hook.hook_run_id,
      ...(message && { message }),
      ...(sourceCommit && { sourceCommit }),
    };
  }

  #remember(id: string, run: ReadRun | undefined): void {
    this.#read.set(id, run);
    for (const oldest of this.#read.keys()) {
      if (this.#read.size <= REMEMBERED) return;
      this.#read.delete(oldest);
    }
  }
}

function isOfCommit({ event_type: event }: ActionRun): boolean {
  return event === 'pre-commit' || event === 'prepare-commit';
}
