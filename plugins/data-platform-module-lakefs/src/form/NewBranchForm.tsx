import {
  EntitySelect,
  formStyles,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { RepositoryAddress } from '../data/kinds';
import { LifeSelect } from './LifeSelect';
import { NewBranchInput, withBranchPatch } from './NewBranchInput';
import { RefPicker } from './RefPicker';

const GROUPS = { kind: 'Group' };

/** What a new data branch is made from, what for, whose it is and how long it lives. */
export function NewBranchForm(props: {
  address: RepositoryAddress;
  defaultBranch: string;
  input: NewBranchInput;
  onChange: (input: NewBranchInput) => void;
}) {
  const { address, defaultBranch, input, onChange } = props;
  const patch = (changed: NewBranchInput) =>
    onChange(withBranchPatch(input, changed));
  return (
    <>
      <div className={formStyles.row}>
        <TextInput
          field="name"
          label="Name"
          description="Letters, digits, _ and -"
          placeholder="orders-late-arrivals"
          required
          value={input.name ?? ''}
          onChange={name => patch({ name })}
        />
        <RefPicker
          field="source"
          label="From"
          description="A branch, a tag, or the id of a commit"
          address={address}
          placeholder={defaultBranch}
          value={input.source ?? ''}
          onChange={source => patch({ source })}
        />
      </div>
      <TextInput
        field="purpose"
        label="Purpose (optional)"
        description="What it is for, for whoever finds it later"
        value={input.purpose ?? ''}
        onChange={purpose => patch({ purpose })}
      />
      <div className={formStyles.row}>
        <EntitySelect
          field="owner"
          label="Owner"
          noun="group"
          filter={GROUPS}
          none="Me"
          value={input.owner}
          onChange={owner => patch({ owner })}
        />
        <LifeSelect
          label="Lives for"
          never="Until somebody deletes it"
          value={input.days}
          onChange={days => patch({ days })}
        />
      </div>
    </>
  );
}
