import { lazy, Suspense } from 'react';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { RiGitBranchLine } from '@remixicon/react';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import { OperationButton } from '@millrace/backstage-plugin-data-platform-react';
import { MAY_NOT_WRITE } from './mayNotWrite';

const NewBranchDialog = lazy(() =>
  import('./NewBranchDialog').then(m => ({ default: m.NewBranchDialog })),
);

/** Opens the form of a new data branch; says why where there can be none. */
export function NewBranchButton(props: {
  repository: LakefsRepository;
  /** What it is made from, where that is known. */
  from?: string;
  quiet?: boolean;
}) {
  const { repository, from, quiet } = props;
  const dialogApi = useApi(dialogApiRef);
  const reason = whyNot(repository);
  return (
    <OperationButton
      availability={{
        id: 'lakefs:branch-create',
        title: from ? 'New branch from it…' : 'New data branch…',
        available: reason === undefined,
        reason,
      }}
      icon={<RiGitBranchLine />}
      primary={!quiet}
      onPress={() =>
        dialogApi.open(({ dialog }) => (
          <Suspense fallback={null}>
            <NewBranchDialog
              repository={repository}
              from={from}
              onClose={() => dialog.close()}
            />
          </Suspense>
        ))
      }
    />
  );
}

function whyNot(repository: LakefsRepository): string | undefined {
  if (repository.readOnly) {
    return `${repository.repository} is read-only.`;
  }
  return repository.mayOperate ? undefined : MAY_NOT_WRITE;
}
