import { lazy, ReactElement, Suspense } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { DomainDetail } from '@millrace/backstage-plugin-data-platform-common';
import styles from './domain.module.css';

const MemberDialog = lazy(() =>
  import('./MemberDialog').then(m => ({ default: m.MemberDialog })),
);
const QuotaDialog = lazy(() =>
  import('./QuotaDialog').then(m => ({ default: m.QuotaDialog })),
);
const DecommissionDialog = lazy(() =>
  import('./DecommissionDialog').then(m => ({
    default: m.DecommissionDialog,
  })),
);

/** What can be changed about a domain. Who may not is told so by the plan, with the reason. */
export function DomainActions(props: { domain: DomainDetail }) {
  const { namespaces, quota } = props.domain;
  const { entity } = useEntity();
  const dialogApi = useApi(dialogApiRef);
  const entityRef = stringifyEntityRef(entity);
  const { name } = entity.metadata;
  const about = { entityRef, title: entity.metadata.title ?? name };
  const open = (make: (onClose: () => void) => ReactElement) =>
    dialogApi.open(({ dialog }) => (
      <Suspense fallback={null}>{make(() => dialog.close())}</Suspense>
    ));
  const hard = Object.fromEntries(
    quota.map(line => [line.resource, line.hard]),
  );
  return (
    <div className={styles.actions} role="group" aria-label="Operations">
      <Button
        size="small"
        variant="secondary"
        onPress={() =>
          open(onClose => <MemberDialog {...about} onClose={onClose} />)
        }
      >
        Add a group…
      </Button>
      <Button
        size="small"
        variant="secondary"
        onPress={() =>
          open(onClose => (
            <QuotaDialog {...about} hard={hard} onClose={onClose} />
          ))
        }
      >
        Change the quota…
      </Button>
      <Button
        size="small"
        variant="tertiary"
        onPress={() =>
          open(onClose => (
            <DecommissionDialog
              {...about}
              name={name}
              namespaces={namespaces}
              onClose={onClose}
            />
          ))
        }
      >
        Decommission…
      </Button>
    </div>
  );
}
