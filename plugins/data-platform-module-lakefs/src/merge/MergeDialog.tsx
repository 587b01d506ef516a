import { useId, useState } from 'react';
import { Checkbox } from '@backstage/ui';
import {
  FieldNote,
  FormDialog,
  formStyles,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { BranchDialogProps } from '../actions/BranchDialogProps';
import { addressOf } from '../data/branchAddress';
import { RefPicker } from '../form/RefPicker';
import { MergeInput, mergeInputOf } from './MergeInput';
import { MergeResult } from './MergeResult';
import { StrategyChoice } from './StrategyChoice';
import styles from './merge.module.css';

const FIELDS = ['destination', 'message', 'strategy', 'squash'];

/** Merges a branch into another: what it would bring and run into stands at the fields; asks for approval where it needs one. */
export function MergeDialog(props: BranchDialogProps) {
  const { branch, availability, onClose } = props;
  const [input, setInput] = useState<MergeInput>({
    destination: branch.parent ?? '',
    message: '',
    strategy: 'none',
    squash: false,
  });
  const set = (patch: Partial<MergeInput>) =>
    setInput(before => ({ ...before, ...patch }));
  const squashNoteId = useId();
  const destination = input.destination.trim();
  return (
    <FormDialog
      title={`Merge ${branch.name}`}
      submit="Merge"
      fields={FIELDS}
      hideSteps
      request={
        destination
          ? {
              operation: availability.id,
              resourceId: branch.resource.id,
              input: mergeInputOf(input),
            }
          : undefined
      }
      progress={operation => (
        <MergeResult
          operation={operation}
          branch={branch}
          destination={destination}
        />
      )}
      onClose={onClose}
    >
      <RefPicker
        field="destination"
        label="Into"
        description="The branch that gets what was committed here."
        address={addressOf(branch)}
        noTags
        required
        value={input.destination}
        onChange={value => set({ destination: value })}
      />
      <TextInput
        field="message"
        label="Message"
        description="What the change is, for whoever reads the log later."
        placeholder={`Merge ${branch.name} into ${destination || '…'}`}
        value={input.message}
        onChange={message => set({ message })}
      />
      <StrategyChoice
        value={input.strategy}
        source={branch.name}
        destination={destination || 'the other branch'}
        onChange={strategy => set({ strategy })}
      />
      <div className={formStyles.field}>
        <Checkbox
          isSelected={input.squash}
          aria-describedby={squashNoteId}
          onChange={squash => set({ squash })}
        >
          One commit, without the history of {branch.name}
        </Checkbox>
        {input.squash && (
          <p className={styles.quiet}>
            {`lakeFS does not remember that ${branch.name} was merged then: merging it again makes an empty commit, and its later changes may conflict with themselves. Delete ${branch.name} afterwards.`}
          </p>
        )}
        <FieldNote field="squash" id={squashNoteId} />
      </div>
    </FormDialog>
  );
}
