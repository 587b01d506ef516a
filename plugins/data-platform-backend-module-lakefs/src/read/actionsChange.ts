import { parseDocument } from 'yaml';
import { LakefsClient } from '../client/LakefsClient';
import { ActionsChange } from '../model/objects';
import { Comparison } from './inspectBranch';

const FOLDER = '_lakefs_actions/';
/** Files that are read, at most. */
const MOST_FILES = 5;
const MOST_BYTES = 64 * 1024;

/** Events that lakeFS knows (docs, actions); another one makes every commit of the branch fail. */
const EVENTS = new Set(
  ['commit', 'merge', 'create-branch', 'delete-branch', 'create-tag']
    .concat('delete-tag', 'revert', 'cherry-pick')
    .flatMap(event => [`pre-${event}`, `post-${event}`])
    .concat('prepare-commit'),
);

/** What a branch does to the actions of its parent. lakeFS reads them from the branch itself, so a branch can drop them. */
export async function readActionsChange(
  client: LakefsClient,
  { repository, head, parentHead }: Comparison,
  signal: AbortSignal,
): Promise<ActionsChange> {
  const { results } = await client.diff(repository, parentHead, head, {
    signal,
    type: 'two_dot',
    prefix: FOLDER,
    amount: 100,
  });
  const yaml = results.filter(({ path }) => /\.ya?ml$/.test(path));
  const dropped = yaml
    .filter(({ type }) => type === 'removed')
    .map(({ path }) => path);
  const changed = yaml
    .filter(({ type }) => type !== 'removed')
    .map(({ path }) => path);
  const broken: { path: string; problem: string }[] = [];
  for (const path of changed.slice(0, MOST_FILES)) {
    const bytes = await client.head(repository, head, path, {
      signal,
      bytes: MOST_BYTES,
    });
    const problem = actionProblem(new TextDecoder().decode(bytes));
    if (problem) broken.push({ path, problem });
  }
  return { dropped, changed, broken };
}

/** Why lakeFS cannot read an action file, in a few words; undefined where it can, as far as is known. */
export function actionProblem(text: string): string | undefined {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) return `no valid YAML (${error.message.split('\n')[0]})`;
  const value: unknown = document.toJS({ maxAliasCount: 20 });
  if (typeof value !== 'object' || value === null) return 'it is empty';
  const { on, hooks } = value as { on?: unknown; hooks?: unknown };
  const events = typeof on === 'object' && on !== null ? Object.keys(on) : [];
  if (events.length === 0) return 'it names no event (on)';
  const unknown = events.find(event => !EVENTS.has(event));
  if (unknown) return `lakeFS knows no event "${unknown.slice(0, 60)}"`;
  if (!Array.isArray(hooks) || hooks.length === 0) return 'it has no hooks';
  return undefined;
}
