import { useState } from 'react';
import {
  FormDialog,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { BranchDialogProps } from './BranchDialogProps';

/** Commits what lies uncommitted on a branch, with a message. */
export function CommitDialog(props: BranchDialogProps) {
  const { branch, availability, onClose } = props;
  const [message, setMessage] = useState('');
  return (
    <FormDialog
      title={`Commit to ${branch.name}`}
      submit="Commit"
      fields={['message']}
      request={
        message.trim()
          ? {
              operation: availability.id,
              resourceId: branch.resource.id,
              input: { message: message.trim() },
            }
          : undefined
      }
      onClose={onClose}
    >
      <TextInput
        field="message"
        label="Message"
        description="What the change is, for whoever reads the log later."
        required
        value={message}
        onChange={setMessage}
      />
    </FormDialog>
  );
}
