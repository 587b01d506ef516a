import { useId } from 'react';
import { TextField } from '@backstage/ui';
import { FieldNote, useFieldFindings } from './FormFindings';
import styles from './forms.module.css';

/** A line of text with what was found about it below. */
export function TextInput(props: {
  /** Path of the input that it is, as findings name it. */
  field: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  description?: string;
  placeholder?: string;
  required?: boolean;
  numeric?: boolean;
}) {
  const { field, label, value, onChange, description, placeholder } = props;
  const noteId = useId();
  const findings = useFieldFindings(field);
  return (
    <div className={styles.field}>
      <TextField
        label={label}
        description={description}
        placeholder={placeholder}
        value={value}
        onChange={onChange}
        isRequired={props.required}
        validationBehavior="aria"
        isInvalid={findings.some(({ level }) => level === 'error')}
        inputMode={props.numeric ? 'numeric' : undefined}
        autoComplete="off"
        aria-describedby={noteId}
      />
      <FieldNote field={field} id={noteId} />
    </div>
  );
}
