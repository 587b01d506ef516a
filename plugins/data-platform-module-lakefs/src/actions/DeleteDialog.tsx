import { useState } from 'react';
import { Alert } from '@backstage/ui';
import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  FormDialog,
  formStyles,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { countOf } from '../branches/countWords';
import { BranchDialogProps } from './BranchDialogProps';

/** Deletes a branch. Where data would be lost for good, its name has to be typed first. */
export function DeleteDialog(props: BranchDialogProps) {
  const { branch, availability, onClose } = props;
  const [typed, setTyped] = useState('');
  const { name, uncommitted } = branch;
  // What nobody has looked at may be there.
  const loses = !uncommitted || uncommitted.n > 0;
  const problems: Finding[] =
    loses && typed !== '' && typed !== name
      ? [
          {
            level: 'error',
            field: 'confirm',
            message: `That is not "${name}".`,
          },
        ]
      : [];
  return (
    <FormDialog
      title={`Delete ${name}`}
      submit="Delete the branch"
      destructive
      fields={['confirm']}
      problems={problems}
      request={
        loses && typed !== name
          ? undefined
          : {
              operation: availability.id,
              resourceId: branch.resource.id,
              input: {},
            }
      }
      onClose={onClose}
    >
      <p className={formStyles.quiet}>
        What is committed can be restored from the list of deleted branches, as
        long as the repository keeps it.
      </p>
      {loses && (
        <>
          <Alert
            status="warning"
            icon
            title={
              uncommitted
                ? `${countOf(uncommitted, 'change')} on it ${
                    uncommitted.n === 1 && !uncommitted.more ? 'is' : 'are'
                  } not committed.`
                : 'Nobody has looked yet whether anything on it is uncommitted.'
            }
            description="What is not committed is lost for good."
          />
          <TextInput
            field="confirm"
            label={`Type ${name} to delete it`}
            required
            value={typed}
            onChange={setTyped}
          />
        </>
      )}
    </FormDialog>
  );
}
