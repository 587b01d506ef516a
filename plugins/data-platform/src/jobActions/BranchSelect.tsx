import { useId } from 'react';
import { Combobox } from '@backstage/ui';
import {
  FieldNote,
  formStyles as styles,
  useFieldFindings,
  useRested,
} from '@millrace/backstage-plugin-data-platform-react';
import { BranchChoice, branchLabel, searchOf } from './branchChoice';
import { useBranchChoices } from './useBranchChoices';

/**
 * Chooses the data branch that a run works on, of those of the job's domain that may be written. Not there where no
 * system with data branches is configured, or the domain has none.
 */
export function BranchSelect(props: {
  domainRef: string | undefined;
  /** What is typed; the label of the branch once one is chosen. */
  text: string;
  onChange: (text: string, branch: BranchChoice | undefined) => void;
}) {
  const { domainRef, text, onChange } = props;
  const noteId = useId();
  const findings = useFieldFindings('branch');
  const asked = useRested(searchOf(text));
  const all = useBranchChoices(domainRef, '');
  const read = useBranchChoices(domainRef, asked);
  const found = read.choices ?? [];
  if (!all.choices || all.choices.length === 0) return null;
  return (
    <div className={styles.field}>
      <Combobox
        label="Data branch (optional)"
        description="Reads and writes on the branch. In the arguments {{branch.uri}} stands for its address, {{branch.name}} for its name."
        placeholder="On no branch"
        isInvalid={findings.some(({ level }) => level === 'error')}
        aria-describedby={noteId}
        allowsCustomValue
        options={found.map(choice => ({
          id: branchLabel(choice),
          label: branchLabel(choice),
          description: choice.purpose,
        }))}
        loading={{ state: read.loading ? 'filtering' : 'idle' }}
        search={{
          mode: 'server',
          inputValue: text,
          onInputChange: typed =>
            onChange(
              typed,
              found.find(choice => branchLabel(choice) === typed),
            ),
        }}
      />
      <FieldNote field="branch" id={noteId} />
    </div>
  );
}
