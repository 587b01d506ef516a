import { useState } from 'react';
import { Alert } from '@backstage/ui';
import { NotebookVolume } from '@millrace/backstage-plugin-data-platform-common';
import { FormDialog } from '@millrace/backstage-plugin-data-platform-react';
import { CardChoice } from '../../fields/CardChoice';

/** Deletes a notebook server; the plan names what becomes of each of its volumes. */
export function DeleteDialog(props: {
  title: string;
  server: { resource: { id: string } };
  /** Undefined where they are not known: the plan names them then. */
  volumes: readonly NotebookVolume[] | undefined;
  onClose: () => void;
}) {
  const { title, server, volumes, onClose } = props;
  const [choice, setChoice] = useState('keep');
  return (
    <FormDialog
      title={`Delete ${title}`}
      submit="Delete the server"
      destructive
      fields={['volumes']}
      request={{
        operation: 'notebook:delete',
        resourceId: server.resource.id,
        input: { volumes: choice },
      }}
      onClose={onClose}
    >
      {volumes?.length !== 0 ? (
        <CardChoice
          label="Its volumes"
          value={choice}
          onChange={setChoice}
          options={[
            {
              id: 'keep',
              title: 'Keep them',
              body: 'Another server can mount them later.',
            },
            {
              id: 'delete',
              title: 'Delete them',
              body: 'What is on those that were made for it is lost. What others mount stays; see below.',
            },
          ]}
        />
      ) : (
        <Alert
          status="warning"
          icon
          title="It has no volumes."
          description="What was written inside of it is lost."
        />
      )}
    </FormDialog>
  );
}
