import {
  LakefsDeletedBranch,
  LakefsRepository,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  FormDialog,
  formStyles,
  refTitle,
  RelativeTime,
} from '@millrace/backstage-plugin-data-platform-react';
import { OpenBranchButton } from './OpenBranchButton';

/** Makes a deleted branch again, as of its last commit. */
export function RestoreDialog(props: {
  repository: LakefsRepository;
  deleted: LakefsDeletedBranch;
  onClose: () => void;
}) {
  const { repository, deleted, onClose } = props;
  const { name, deletedAt, deletedBy } = deleted;
  return (
    <FormDialog
      title={`Restore ${name}`}
      submit="Restore"
      request={{
        operation: 'lakefs:branch-restore',
        resourceId: repository.resource.id,
        input: { branch: name },
      }}
      result={() => (
        <OpenBranchButton
          repository={repository}
          branch={name}
          onOpen={onClose}
        />
      )}
      onClose={onClose}
    >
      <p className={formStyles.quiet}>
        {deletedBy ? `${refTitle(deletedBy)} deleted it` : 'It was deleted'}{' '}
        <RelativeTime at={new Date(deletedAt).toISOString()} />. It comes back
        as of its last commit.
      </p>
    </FormDialog>
  );
}
