import { Button } from '@backstage/ui';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import { useNavigate } from 'react-router-dom';
import { useBranchLink } from './useBranchLink';

/** Leads to the page of a branch that an operation made. */
export function OpenBranchButton(props: {
  repository: LakefsRepository;
  branch: string;
  onOpen: () => void;
}) {
  const { repository, branch, onOpen } = props;
  const navigate = useNavigate();
  const path = useBranchLink()(repository, branch);
  if (!path) {
    return null;
  }
  return (
    <Button
      size="small"
      variant="primary"
      onPress={() => {
        onOpen();
        navigate(path);
      }}
    >
      Open the branch
    </Button>
  );
}
