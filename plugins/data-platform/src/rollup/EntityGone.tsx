import { Alert } from '@backstage/ui';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';

/** Whether the backend knows nothing any more of what it told before. */
export function isGone(error: Error | undefined): boolean {
  return error instanceof DataPlatformError && error.status === 404;
}

/** In place of what could be done with an entity that has left the catalog while its page is still open. */
export function EntityGone(props: { title: string }) {
  return (
    <Alert
      status="info"
      icon
      title={`${props.title} is not here any more.`}
      description="It was unregistered, or you may not see it any more. Who unregistered it stands in the activity of its product and domain."
    />
  );
}
