import { useState } from 'react';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import {
  ArgumentList,
  FormDialog,
} from '@millrace/backstage-plugin-data-platform-react';
import { JobOnBranch } from '../form/JobOnBranch';
import { JobSelect } from '../form/JobSelect';
import { NewBranchForm } from '../form/NewBranchForm';
import {
  NEW_BRANCH_FIELDS,
  NewBranchInput,
  newBranchProblems,
  USUAL_DAYS,
} from '../form/NewBranchInput';
import { BranchThenRun } from './BranchThenRun';
import { OpenBranchButton } from './OpenBranchButton';

/** Makes a branch to try changes of the data on, and runs a job on it where one is chosen. */
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
  const [run, setRun] = useState<JobOnBranch>();
  const { source, resource } = repository;
  return (
    <FormDialog
      title={`New data branch of ${repository.repository}`}
      submit={run ? 'Create and run' : 'Create'}
      fields={NEW_BRANCH_FIELDS}
      problems={newBranchProblems(input)}
      request={
        input.name
          ? {
              operation: 'lakefs:branch-create',
              resourceId: resource.id,
              input: { ...input },
            }
          : undefined
      }
      progress={
        run && input.name
          ? operation => (
              <BranchThenRun
                operation={operation}
                branch={{
                  source,
                  repository: repository.repository,
                  branch: input.name!,
                }}
                run={run}
              />
            )
          : undefined
      }
      result={() =>
        input.name && (
          <OpenBranchButton
            repository={repository}
            branch={input.name}
            view={run ? 'runs' : undefined}
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
      {resource.domainRef && (
        <JobSelect
          domainRef={resource.domainRef}
          value={run?.jobRef}
          onChange={jobRef =>
            setRun(jobRef ? { jobRef, arguments: [] } : undefined)
          }
        />
      )}
      {run && (
        <ArgumentList
          empty="Those of the definition. Others take their place; {{branch.uri}} stands for the address of the branch."
          value={run.arguments}
          onChange={given => setRun({ ...run, arguments: given })}
        />
      )}
    </FormDialog>
  );
}
