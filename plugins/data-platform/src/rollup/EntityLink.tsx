import { Link } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { refTitle } from '@millrace/backstage-plugin-data-platform-react';

/** Leads to an entity's page; plain text where the catalog has no such page. */
export function EntityLink(props: { entityRef: string; title?: string }) {
  const { entityRef, title = refTitle(entityRef) } = props;
  const link = useRouteRef(entityRouteRef);
  const target = targetOf(entityRef);
  if (!link || !target) {
    return <span>{title}</span>;
  }
  return (
    <Link href={link(target)} variant="body-medium" title={entityRef}>
      {title}
    </Link>
  );
}

function targetOf(entityRef: string) {
  try {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    return { kind: kind.toLowerCase(), namespace, name };
  } catch {
    // A claim on a live object may hold anything.
    return undefined;
  }
}
