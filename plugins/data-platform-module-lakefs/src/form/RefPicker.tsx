import { useId } from 'react';
import { Combobox } from '@backstage/ui';
import {
  FieldNote,
  formStyles,
  useFieldFindings,
  useLastValue,
  useRested,
} from '@millrace/backstage-plugin-data-platform-react';
import { RepositoryAddress } from '../data/kinds';
import { useRefs } from '../data/useRefs';

/** Of thousands of branches those that match are found by typing on. */
const MOST = 20;

/** Chooses a branch or a tag of a repository, of which the server is asked for those that match; takes a commit id too. */
export function RefPicker(props: {
  field: string;
  label: string;
  description?: string;
  address: RepositoryAddress;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  /** Branches alone. */
  noTags?: boolean;
}) {
  const { field, label, description, address, value, onChange } = props;
  const noteId = useId();
  const findings = useFieldFindings(field);
  const asked = useRested(value.trim());
  const read = useRefs(address, { q: asked, limit: MOST });
  const refs = useLastValue(read.value);
  const options = [
    ...(refs?.branches ?? []).map(({ name }) => ({
      id: `branch ${name}`,
      label: name,
      description: 'Branch',
    })),
    ...((!props.noTags && refs?.tags) || []).map(({ name }) => ({
      id: `tag ${name}`,
      label: name,
      description: 'Tag',
    })),
  ];
  return (
    <div className={formStyles.field}>
      <Combobox
        label={label}
        description={description}
        placeholder={props.placeholder}
        isRequired={props.required}
        isInvalid={findings.some(({ level }) => level === 'error')}
        aria-describedby={noteId}
        allowsCustomValue
        options={options}
        loading={{ state: read.loading ? 'filtering' : 'idle' }}
        search={{ mode: 'server', inputValue: value, onInputChange: onChange }}
      />
      <FieldNote field={field} id={noteId} />
    </div>
  );
}
