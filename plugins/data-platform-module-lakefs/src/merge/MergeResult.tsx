import { Alert } from '@backstage/ui';
import {
  LakefsBranch,
  Operation,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  FindingList,
  Sentence,
  StepList,
} from '@millrace/backstage-plugin-data-platform-react';
import { RefusedBy } from './RefusedBy';

/** How a merge goes on and how it ended; where a check said no, what it said. */
export function MergeResult(props: {
  operation: Operation;
  branch: LakefsBranch;
  destination: string;
}) {
  const { operation, branch, destination } = props;
  switch (operation.state) {
    case 'accepted':
    case 'running':
      return (
        <>
          <Alert
            status="info"
            isPending
            title={`Merging ${branch.name} into ${destination} …`}
            description="Checks that run before a merge may take a while. You may leave; it goes on."
          />
          <StepList steps={operation.steps} />
        </>
      );
    case 'done':
      return (
        <Alert
          status="success"
          icon
          title={`${branch.name} is merged into ${destination}.`}
          description={
            <>
              {commitOf(operation) && (
                <>
                  Commit <code>{commitOf(operation)}</code>.{' '}
                </>
              )}
              {`Delete ${branch.name} if nobody goes on with it: what a branch refers to is never cleaned up.`}
            </>
          }
        />
      );
    default:
      return (
        <>
          <Alert
            status="danger"
            icon
            // Of some failures nobody knows how far the server came: the sentence below says what is known.
            title={`Merging ${branch.name} into ${destination} failed.`}
            description={
              <Sentence
                text={operation.error ?? 'The backend gave no reason.'}
              />
            }
          />
          <RefusedBy
            operation={operation}
            branch={branch}
            destination={destination}
          />
          <FindingList
            findings={(operation.findings ?? []).filter(
              // What was merely of note before it began is of none now.
              ({ level }) => level !== 'info',
            )}
          />
        </>
      );
  }
}

function commitOf({ output }: Operation): string | undefined {
  const commit = output?.commit;
  return typeof commit === 'string' ? commit.slice(0, 12) : undefined;
}
