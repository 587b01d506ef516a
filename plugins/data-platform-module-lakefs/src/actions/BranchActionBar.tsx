import { ReactElement } from 'react';
import {
  RiCheckLine,
  RiDeleteBinLine,
  RiEraserLine,
  RiGitMergeLine,
  RiPriceTag3Line,
  RiTimeLine,
} from '@remixicon/react';
import {
  LakefsBranch,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';
import { OperationButton } from '@millrace/backstage-plugin-data-platform-react';
import { BRANCH_ACTIONS, branchActions, nextAction } from './branchActions';
import { useBranchAction } from './useBranchAction';
import styles from './actions.module.css';

const ICONS: Record<(typeof BRANCH_ACTIONS)[number], ReactElement> = {
  'lakefs:commit': <RiCheckLine />,
  'lakefs:merge': <RiGitMergeLine />,
  'lakefs:discard': <RiEraserLine />,
  'lakefs:branch-set': <RiTimeLine />,
  'lakefs:tag': <RiPriceTag3Line />,
  'lakefs:branch-delete': <RiDeleteBinLine />,
};

/** All that can be done with a branch; what cannot be done says why. */
export function BranchActionBar(props: {
  branch: LakefsBranch;
  operations: readonly OperationAvailability[];
}) {
  const { branch, operations } = props;
  const open = useBranchAction();
  const next = nextAction(branch);
  const shown = branchActions(operations);
  if (shown.length === 0) {
    return null;
  }
  return (
    <div className={styles.bar} role="group" aria-label="Operations">
      {shown.map(({ id, availability }) => (
        <OperationButton
          key={id}
          availability={availability}
          icon={ICONS[id as keyof typeof ICONS]}
          primary={id === next}
          onPress={() => open(id, availability, branch)}
        />
      ))}
    </div>
  );
}
