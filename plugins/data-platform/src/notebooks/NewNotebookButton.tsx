import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { templateRouteRef } from '@millrace/backstage-plugin-data-platform-react';

/**
 * Leads to the form of a new notebook server; absent where the portal has no templates.
 * @param domainRef - that the form begins with
 */
export function NewNotebookButton(props: { domainRef?: string }) {
  const link = useRouteRef(templateRouteRef);
  if (!link) {
    return null;
  }
  const path = link({ namespace: 'default', templateName: 'notebook-server' });
  const given = props.domainRef && { server: { domain: props.domainRef } };
  const query = given
    ? `?formData=${encodeURIComponent(JSON.stringify(given))}`
    : '';
  return (
    <ButtonLink
      size="small"
      variant="secondary"
      iconStart={<RiAddLine />}
      href={`${path}${query}`}
    >
      New notebook server
    </ButtonLink>
  );
}
