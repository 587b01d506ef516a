import { useState } from 'react';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import { FormDialog } from '@millrace/backstage-plugin-data-platform-react';
import { NewBranchForm } from '../form/NewBranchForm';
import {
  NEW_BRANCH_FIELDS,
  NewBranchInput,
  newBranchProblems,
  USUAL_DAYS,
} from '../form/NewBranchInput';
import { OpenBranchButton } from './OpenBranchButton';

/** Makes a branch to try changes of the data on. */
export function NewBranchDialog(props: {
  repository: LakefsRepository;
  /** What the form begins with as its source. */
  from?: string;
  onClose: () => void;
}) {
  const { repository, from, onClose } = props;
  const [input, setInput] = useState<NewBranchInput>({
    days: USUAL_DAYS,
    ...(from && { source: from }),
  });
  return (
    <FormDialog
      title={`New data branch of ${repository.repository}`}
      submit="Create"
      fields={NEW_BRANCH_FIELDS}
      problems={newBranchProblems(input)}
      request={
        input.name
          ? {
              operation: 'lakefs:branch-create',
              resourceId: repository.resource.id,
              input: { ...input },
            }
          : undefined
      }
      result={() =>
        input.name && (
          <OpenBranchButton
            repository={repository}
            branch={input.name}
            onOpen={onClose}
          />
        )
      }
      onClose={onClose}
    >
      <NewBranchForm
        address={repository}
        defaultBranch={repository.defaultBranch}
        input={input}
        onChange={setInput}
      />
    </FormDialog>
  );
}
