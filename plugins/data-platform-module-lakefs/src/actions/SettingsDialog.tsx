import { useState } from 'react';
import {
  EntitySelect,
  FormDialog,
  formStyles,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { LifeSelect } from '../form/LifeSelect';
import { BranchDialogProps } from './BranchDialogProps';
import { settingsInput } from './settingsInput';

const GROUPS = { kind: 'Group' };

/** Changes who answers for a branch, what it is for, and how long it lives from now on. */
export function SettingsDialog(props: BranchDialogProps) {
  const { branch, availability, onClose } = props;
  const [owner, setOwner] = useState(branch.owner);
  const [purpose, setPurpose] = useState(branch.purpose ?? '');
  const [life, setLife] = useState<{ days: number | undefined }>();
  const input = settingsInput(branch, { owner, purpose, life });
  return (
    <FormDialog
      title={`Purpose and expiry of ${branch.name}`}
      submit="Save"
      fields={['owner', 'purpose', 'days']}
      emptyHint="Nothing is changed yet."
      request={
        Object.keys(input).length > 0
          ? {
              operation: availability.id,
              resourceId: branch.resource.id,
              input: { ...input },
            }
          : undefined
      }
      onClose={onClose}
    >
      <TextInput
        field="purpose"
        label="Purpose"
        value={purpose}
        onChange={setPurpose}
      />
      <div className={formStyles.row}>
        <EntitySelect
          field="owner"
          label="Owner"
          noun="group"
          filter={GROUPS}
          value={owner}
          onChange={setOwner}
        />
        <LifeSelect
          label="Lives on, from now"
          never="Until somebody deletes it"
          asIs={!life}
          value={life?.days}
          onChange={days => setLife({ days })}
        />
      </div>
    </FormDialog>
  );
}
