import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Alert, Link, Select, Skeleton } from '@backstage/ui';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import {
  refTitle,
  templateRouteRef,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';

/** Chooses one of the repositories that branches can be made in. */
export function RepositorySelect(props: {
  /** Those that belong to an entity; undefined while they are read. */
  repositories: readonly LakefsRepository[] | undefined;
  error: Error | undefined;
  onRetry: () => void;
  value: string | undefined;
  onChange: (entityRef: string) => void;
}) {
  const { repositories, error, onRetry, value, onChange } = props;
  const templateLink = useRouteRef(templateRouteRef);
  if (!repositories) {
    return error ? (
      <ViewProblem error={error} subject="the repositories" onRetry={onRetry} />
    ) : (
      <Skeleton
        width="100%"
        height={56}
        role="status"
        aria-label="Loading the repositories"
      />
    );
  }
  if (repositories.length === 0) {
    return (
      <Alert
        status="info"
        icon
        title="There is no lakeFS repository that you may see."
        description="Register one, or ask the owner of a data domain for a role in it."
        customActions={
          templateLink && (
            <Link
              href={templateLink({
                namespace: 'default',
                templateName: 'lakefs-repository',
              })}
              variant="body-medium"
            >
              Register a repository
            </Link>
          )
        }
      />
    );
  }
  return (
    <Select
      label="Repository"
      placeholder="Choose a repository"
      isRequired
      search={repositories.length > 8 ? { placeholder: 'Search' } : undefined}
      selectedKey={value ?? null}
      onSelectionChange={key => key && onChange(String(key))}
      options={repositories.map(({ resource, repository, mayOperate }) => ({
        id: resource.entityRef ?? repository,
        label: `${repository}${
          resource.productRef ? ` (${refTitle(resource.productRef)})` : ''
        }${mayOperate ? '' : ', which you may only look at'}`,
      }))}
    />
  );
}
