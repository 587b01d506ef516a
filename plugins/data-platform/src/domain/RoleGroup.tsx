import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import {
  refTitle,
  useOperationDialog,
} from '@millrace/backstage-plugin-data-platform-react';
import { EntityLink } from '../rollup/EntityLink';
import styles from './domain.module.css';

/** A group that has a role in the domain of this page, with a way to take it back. */
export function RoleGroup(props: {
  role: string;
  roleTitle: string;
  group: string;
}) {
  const { role, roleTitle, group } = props;
  const { entity } = useEntity();
  const open = useOperationDialog();
  const title = entity.metadata.title ?? entity.metadata.name;
  const remove = () =>
    open(
      {
        id: 'domain:remove-member',
        title: 'Remove',
        available: true,
        destructive: true,
        confirmation: `The group ${refTitle(
          group,
        )} loses its role in ${title} at once.`,
      },
      {
        title: `${refTitle(group)} from the ${roleTitle.toLowerCase()}`,
        entityRef: stringifyEntityRef(entity),
        input: { role, group },
      },
    );
  return (
    <span className={styles.member}>
      <EntityLink entityRef={group} />
      <Button
        size="small"
        variant="tertiary"
        aria-label={`Remove ${refTitle(
          group,
        )} from the ${roleTitle.toLowerCase()}`}
        iconStart={<RiCloseLine />}
        onPress={remove}
      />
    </span>
  );
}
