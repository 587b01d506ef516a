import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { Diff, MergeStrategy } from '../client/types';
import { someOf } from '../assess/words';
import { countOf } from '../model/objects';
import { readActionsChange } from '../read/actionsChange';
import { errorAt, info, Scene, warning } from './scene';

const LOOKED_AT = 1_000;

interface MergeQuestion {
  source: string;
  destination: string;
  /** Heads of both. */
  head: string;
  destinationHead: string;
  strategy?: MergeStrategy;
}

/** What a merge would bring, and what it would run into; asked of the server, commit against commit. */
export async function mergeFindings(
  scene: Scene,
  question: MergeQuestion,
): Promise<Finding[]> {
  const { client, repository, signal } = scene;
  const { head, destinationHead } = question;
  const [brings, actions] = await Promise.all([
    client.diff(repository, destinationHead, head, {
      ...{ signal, amount: LOOKED_AT },
      type: 'three_dot',
    }),
    readActionsChange(
      client,
      { repository, head, parentHead: destinationHead },
      signal,
    ),
  ]);
  const more = brings.pagination.has_more;
  const count = { n: brings.results.length, more };
  const nothing = brings.results.length === 0;
  return [
    ...(nothing ? [nothingFinding(question)] : []),
    ...(nothing
      ? []
      : [info(`It brings ${countOf(count, 'changed object')}.`)]),
    ...conflictFindings(question, brings.results, more),
    ...(actions.dropped.length > 0
      ? [
          warning(
            `${question.source} lacks ${someOf(
              actions.dropped,
              actions.dropped.length,
            )}, which ${
              question.destination
            } has. lakeFS reads checks from the branch that is merged: they will NOT run.`,
            `Merge ${question.destination} into ${question.source} first.`,
          ),
        ]
      : []),
    ...actions.broken.map(({ path, problem }) =>
      errorAt(
        'source',
        `lakeFS cannot read ${path} of ${question.source} (${problem}): merging it would break every commit to ${question.destination}.`,
        `Mend ${path} first.`,
      ),
    ),
    ...(actions.changed.length > 0 && actions.broken.length === 0
      ? [
          warning(
            `It changes checks: ${someOf(
              actions.changed,
              actions.changed.length,
            )}. The merge is checked by the new ones.`,
          ),
        ]
      : []),
  ];
}

/** Also of a branch that was squashed into it before: lakeFS would merge that again, into an empty commit. */
function nothingFinding({ source, destination }: MergeQuestion): Finding {
  return errorAt(
    undefined,
    `${destination} has everything that is committed on ${source}: nothing was committed there yet, or it was merged (or squashed) before. A merge would be an empty commit.`,
    `Commit something on ${source} first, or delete it.`,
  );
}

function conflictFindings(
  { source, destination, strategy }: MergeQuestion,
  brings: readonly Diff[],
  more: boolean,
): Finding[] {
  const paths = brings
    .filter(({ type }) => type === 'conflict')
    .map(({ path }) => path);
  if (paths.length === 0) {
    return more
      ? [
          warning(
            `Only the first ${LOOKED_AT.toLocaleString(
              'en-US',
            )} changes were looked through for conflicts.`,
          ),
        ]
      : [];
  }
  const what = `${countOf(
    { n: paths.length, more },
    'object',
  )} changed on both sides: ${someOf(paths, paths.length)}`;
  if (strategy) {
    const winner = strategy === 'source-wins' ? source : destination;
    const loser = strategy === 'source-wins' ? destination : source;
    return [
      warning(
        `${what}. ${winner} wins: what ${loser} did to them is not in the result.`,
      ),
    ];
  }
  return [
    errorAt(
      'strategy',
      `${what}.`,
      `Choose which side wins, or merge ${destination} into ${source} and settle it there.`,
    ),
  ];
}
