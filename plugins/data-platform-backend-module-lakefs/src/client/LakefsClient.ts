import { LakefsReader } from './LakefsReader';
import { write } from './requests';
import { Way } from './Slice';
import { Commit, MergeBody } from './types';

/** The calls that the portal makes to lakeFS, typed: those that change something, beside the reads. All throw LakefsError. */
export class LakefsClient extends LakefsReader {
  /** @returns the commit that the branch begins at */
  createBranch(
    repo: string,
    body: { name: string; source: string },
    signal: Way,
  ): Promise<string> {
    return write(
      this.http,
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
    await write(this.http, signal, repo, 'DELETE', path, what);
  }

  /** Throws away what lies on a branch without being committed. */
  async discard(repo: string, branch: string, signal: Way): Promise<void> {
    await write(
      this.http,
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
    const text = await write(
      this.http,
      signal,
      repo,
      'POST',
      ['branches', branch, 'commits'],
      `commit branch ${branch} of ${repo}`,
      body,
    );
    return JSON.parse(text) as Commit;
  }

  /**
   * @param named - how people call the source, where it is given by its commit
   * @returns the merge commit
   */
  async merge(
    repo: string,
    source: string,
    destination: string,
    body: MergeBody,
    signal: Way,
    named = source,
  ): Promise<string> {
    const text = await write(
      this.http,
      signal,
      repo,
      'POST',
      ['refs', source, 'merge', destination],
      `merge ${named} into ${destination} of ${repo}`,
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
    await write(
      this.http,
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
    await write(
      this.http,
      signal,
      repo,
      'POST',
      ['tags'],
      `create tag ${body.id} of ${repo}`,
      body,
    );
  }
}
