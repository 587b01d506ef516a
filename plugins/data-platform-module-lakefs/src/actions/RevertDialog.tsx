import { useState } from 'react';
import {
  LakefsBranch,
  LakefsCommit,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  FormDialog,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';

/** Takes a commit of a branch back by another one. */
export function RevertDialog(props: {
  branch: LakefsBranch;
  commit: LakefsCommit;
  onClose: () => void;
}) {
  const { branch, commit, onClose } = props;
  const [message, setMessage] = useState(`Revert "${commit.message}"`);
  return (
    <FormDialog
      title={`Revert ${commit.id.slice(0, 12)} on ${branch.name}`}
      submit="Revert"
      fields={['message']}
      request={
        message.trim()
          ? {
              operation: 'lakefs:revert',
              resourceId: branch.resource.id,
              input: { commit: commit.id, message: message.trim() },
            }
          : undefined
      }
      onClose={onClose}
    >
      <TextInput
        field="message"
        label="Message"
        description="A new commit undoes what this one changed; the history stays as it is."
        required
        value={message}
        onChange={setMessage}
      />
    </FormDialog>
  );
}
