import { Alert, BgProvider, Select, Skeleton } from '@backstage/ui';
import {
  refTitle,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { useRepositories } from '../data/useRepositories';
import type { repositoryFieldSchema } from './repositoryField';

/** Chooses one of the repositories of the person's domains that nobody has registered yet. */
export function UnregisteredField(props: typeof repositoryFieldSchema.TProps) {
  const { formData, onChange, rawErrors = [] } = props;
  const { value, error, refresh } = useRepositories();
  if (!value) {
    return error ? (
      <ViewProblem error={error} subject="the repositories" onRetry={refresh} />
    ) : (
      <Skeleton
        width="100%"
        height={56}
        role="status"
        aria-label="Loading the repositories"
      />
    );
  }
  const free = value.items.filter(
    ({ resource }) => !resource.entityRef && resource.domainRef,
  );
  if (free.length === 0) {
    return (
      <Alert
        status="info"
        icon
        title="There is no repository to register."
        description="All that you may see are registered. A new one appears here once the portal's configuration gives it to a data domain of yours."
      />
    );
  }
  const keyOf = (each: { source?: string; repository?: string }) =>
    `${each.source}/${each.repository}`;
  return (
    // The form of a template is a white sheet of its own kind: without this the inputs are white on white.
    <BgProvider bg="neutral-1">
      <Select
        label="Repository"
        placeholder="Choose a repository"
        isRequired
        isInvalid={rawErrors.length > 0}
        search={free.length > 8 ? { placeholder: 'Search' } : undefined}
        selectedKey={formData?.repository ? keyOf(formData) : null}
        onSelectionChange={key => {
          const chosen = free.find(each => keyOf(each) === key);
          if (chosen) {
            const { source, repository } = chosen;
            onChange({ source, repository });
          }
        }}
        options={free.map(each => ({
          id: keyOf(each),
          label: `${each.repository} on ${
            each.sourceTitle ?? each.source
          } (${refTitle(each.resource.domainRef!)})`,
        }))}
      />
    </BgProvider>
  );
}
