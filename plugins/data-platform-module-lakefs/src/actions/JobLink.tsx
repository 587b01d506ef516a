import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/** To the page of a job. */
export function JobLink(props: { jobRef: string }) {
  const link = useRouteRef(entityRouteRef);
  if (!link) {
    return null;
  }
  const { kind, namespace, name } = parseEntityRef(props.jobRef);
  return (
    <Link
      href={link({ kind: kind.toLowerCase(), namespace, name })}
      variant="body-medium"
    >
      Open the job
    </Link>
  );
}
