import { useState } from 'react';
import { Select } from '@backstage/ui';
import {
  EntitySelect,
  FormDialog,
  formStyles as styles,
} from '@millrace/backstage-plugin-data-platform-react';

const ROLES = [
  { id: 'viewer', label: 'Viewer', description: 'sees what runs and its logs' },
  { id: 'member', label: 'Member', description: 'runs and stops jobs as well' },
  { id: 'owner', label: 'Owner', description: 'decides who has which role' },
];

/** Gives a group a role in a domain. */
export function MemberDialog(props: {
  entityRef: string;
  title: string;
  onClose: () => void;
}) {
  const { entityRef, title, onClose } = props;
  const [role, setRole] = useState('viewer');
  const [group, setGroup] = useState<string>();
  return (
    <FormDialog
      title={`Add a group to ${title}`}
      submit="Add the group"
      fields={['role', 'group']}
      request={
        group
          ? {
              operation: 'domain:add-member',
              entityRef,
              input: { role, group },
            }
          : undefined
      }
      onClose={onClose}
    >
      <div className={styles.row}>
        <EntitySelect
          field="group"
          label="Group"
          noun="group"
          filter={{ kind: 'group' }}
          required
          value={group}
          onChange={setGroup}
        />
        <Select
          label="Role"
          options={ROLES}
          selectedKey={role}
          onSelectionChange={key => setRole(String(key))}
        />
      </div>
    </FormDialog>
  );
}
