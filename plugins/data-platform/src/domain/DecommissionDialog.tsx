import { useState } from 'react';
import { Alert, Checkbox } from '@backstage/ui';
import {
  FormDialog,
  formStyles as styles,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';

/** Deletes a domain with all that is in it, once its name was typed. */
export function DecommissionDialog(props: {
  entityRef: string;
  name: string;
  title: string;
  namespaces: readonly string[];
  onClose: () => void;
}) {
  const { entityRef, name, title, namespaces, onClose } = props;
  const [confirm, setConfirm] = useState('');
  const [cancelRunning, setCancelRunning] = useState(false);
  return (
    <FormDialog
      title={`Decommission ${title}`}
      submit="Delete the domain"
      destructive
      fields={['confirm', 'cancelRunning']}
      request={
        confirm === name
          ? {
              operation: 'domain:decommission',
              entityRef,
              input: { confirm, ...(cancelRunning && { cancelRunning }) },
            }
          : undefined
      }
      onClose={onClose}
    >
      <Alert
        status="danger"
        icon
        title="This cannot be taken back."
        description={
          namespaces.length > 0
            ? `The ${
                namespaces.length === 1 ? 'namespace' : 'namespaces'
              } ${namespaces.join(
                ', ',
              )} and everything in it is deleted from the cluster; the domain, its products and its jobs leave the catalog.`
            : 'The domain, its products and its jobs leave the catalog.'
        }
      />
      <TextInput
        field="confirm"
        label={`Type ${name} to confirm`}
        required
        value={confirm}
        onChange={setConfirm}
      />
      <div className={styles.field}>
        <Checkbox isSelected={cancelRunning} onChange={setCancelRunning}>
          Stop what still runs in it
        </Checkbox>
      </div>
    </FormDialog>
  );
}
