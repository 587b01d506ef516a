import { lazy, ReactElement, Suspense } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { DomainDetail } from '@millrace/backstage-plugin-data-platform-common';
import { OperationButton } from '@millrace/backstage-plugin-data-platform-react';
import styles from './domain.module.css';

const MemberDialog = lazy(() =>
  import('./MemberDialog').then(m => ({ default: m.MemberDialog })),
);
const QuotaDialog = lazy(() =>
  import('./QuotaDialog').then(m => ({ default: m.QuotaDialog })),
);
const LimitsDialog = lazy(() =>
  import('./LimitsDialog').then(m => ({ default: m.LimitsDialog })),
);
const DecommissionDialog = lazy(() =>
  import('./DecommissionDialog').then(m => ({
    default: m.DecommissionDialog,
  })),
);

/** What can be changed about a domain; what the person may not do says why. */
export function DomainActions(props: { domain: DomainDetail }) {
  const { namespaces, operations } = props.domain;
  const { entity } = useEntity();
  const dialogApi = useApi(dialogApiRef);
  const entityRef = stringifyEntityRef(entity);
  const { name } = entity.metadata;
  const about = { entityRef, title: entity.metadata.title ?? name };
  const open = (make: (onClose: () => void) => ReactElement) =>
    dialogApi.open(({ dialog }) => (
      <Suspense fallback={null}>{make(() => dialog.close())}</Suspense>
    ));
  const availability = (id: string, title: string) => ({
    id,
    available: true,
    ...operations?.find(known => known.id === id),
    title,
  });
  return (
    <div className={styles.actions} role="group" aria-label="Operations">
      <OperationButton
        availability={availability('domain:add-member', 'Add a group…')}
        onPress={() =>
          open(onClose => <MemberDialog {...about} onClose={onClose} />)
        }
      />
      <OperationButton
        availability={availability('domain:set-quota', 'Change the quota…')}
        onPress={() =>
          open(onClose => (
            <QuotaDialog {...about} domain={props.domain} onClose={onClose} />
          ))
        }
      />
      <OperationButton
        availability={availability('domain:set-limits', 'Change the limits…')}
        onPress={() =>
          open(onClose => (
            <LimitsDialog {...about} domain={props.domain} onClose={onClose} />
          ))
        }
      />
      <OperationButton
        availability={availability('domain:decommission', 'Decommission…')}
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
      />
    </div>
  );
}
