import { useState } from 'react';
import {
  FormDialog,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { BranchDialogProps } from './BranchDialogProps';

/** Names the last commit of a branch for good: a release of the data. */
export function TagDialog(props: BranchDialogProps) {
  const { branch, availability, onClose } = props;
  const [id, setId] = useState('');
  return (
    <FormDialog
      title={`Tag ${branch.name}`}
      submit="Tag"
      fields={['id']}
      request={
        id.trim()
          ? {
              operation: availability.id,
              resourceId: branch.resource.id,
              input: { id: id.trim() },
            }
          : undefined
      }
      onClose={onClose}
    >
      <TextInput
        field="id"
        label="Name of the tag"
        description={`It names the last commit of ${branch.name} and never moves. What is uncommitted is not part of it.`}
        placeholder="orders-2026-q4"
        required
        value={id}
        onChange={setId}
      />
    </FormDialog>
  );
}
