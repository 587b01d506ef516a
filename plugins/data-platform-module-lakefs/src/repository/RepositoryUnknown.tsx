import { EmptyState } from '@millrace/backstage-plugin-data-platform-react';
import {
  ANNOTATION_REPOSITORY,
  ANNOTATION_SOURCE,
} from '@millrace/backstage-plugin-data-platform-common';

/** The portal knows no repository of this entity: why that may be, and what to do. */
export function RepositoryUnknown(props: {
  claimed: { source: string | undefined; repository: string | undefined };
}) {
  const { source, repository } = props.claimed;
  if (!source || !repository) {
    return (
      <EmptyState title="This entity does not say which repository it is.">
        Give it the annotations <code>{ANNOTATION_SOURCE}</code> (the server, as
        the portal's configuration names it) and{' '}
        <code>{ANNOTATION_REPOSITORY}</code> (the repository on it).
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={`The portal does not know repository ${repository} of ${source}, or you may not see it.`}
    >
      It belongs to this entity only while the portal's configuration allots it
      to the domain of the entity's product, under dataPlatform.lakefs.servers.
      If it has just been made, it shows up here by itself.
    </EmptyState>
  );
}
