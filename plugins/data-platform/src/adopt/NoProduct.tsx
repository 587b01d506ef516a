import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import {
  refTitle,
  templateRouteRef,
} from '@millrace/backstage-plugin-data-platform-react';

/** A domain without data products, into which no job can be adopted yet; with the way to the first one. */
export function NoProduct(props: { domainRef: string; onLeave: () => void }) {
  const { domainRef, onLeave } = props;
  const link = useRouteRef(templateRouteRef);
  const form = JSON.stringify({ domain: domainRef });
  return (
    <Alert
      status="info"
      icon
      title={`The domain ${refTitle(domainRef)} has no data product yet.`}
      description="Jobs are adopted into one. Make it first, and choose the jobs again."
      customActions={
        link && (
          <ButtonLink
            size="small"
            variant="secondary"
            href={`${link({
              namespace: 'default',
              templateName: 'data-product',
            })}?formData=${encodeURIComponent(form)}`}
            onPress={onLeave}
          >
            New data product
          </ButtonLink>
        )
      }
    />
  );
}
