import { Button } from '@backstage/ui';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import { useNavigate } from 'react-router-dom';
import { BranchView } from '../branch/branchHref';
import { useBranchLink } from './useBranchLink';

/** Leads to the page of a branch that an operation made. */
export function OpenBranchButton(props: {
  repository: LakefsRepository;
  branch: string;
  view?: BranchView;
  onOpen: () => void;
}) {
  const { repository, branch, view, onOpen } = props;
  const navigate = useNavigate();
  const path = useBranchLink()(repository, branch, view);
  if (!path) {
    return null;
  }
  return (
    <Button
      size="small"
      variant="secondary"
      onPress={() => {
        onOpen();
        navigate(path);
      }}
    >
      Open the branch
    </Button>
  );
}
