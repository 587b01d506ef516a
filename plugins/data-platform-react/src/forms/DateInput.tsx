import { useId } from 'react';
import { FieldNote, useFieldFindings } from './FormFindings';
import styles from './forms.module.css';

/** A day, or an hour of it (UTC), in the browser's own picker. */
export function DateInput(props: {
  field: string;
  label: string;
  /** `YYYY-MM-DD`, with `hours` `YYYY-MM-DDTHH:mm`. */
  value: string;
  onChange: (value: string) => void;
  hours?: boolean;
  required?: boolean;
}) {
  const { field, label, value, onChange, hours, required } = props;
  const id = useId();
  const noteId = useId();
  const findings = useFieldFindings(field);
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {hours && ' (UTC)'}
      </label>
      <input
        id={id}
        className={styles.date}
        type={hours ? 'datetime-local' : 'date'}
        step={hours ? 3600 : undefined}
        value={value}
        required={required}
        aria-invalid={findings.some(({ level }) => level === 'error')}
        aria-describedby={noteId}
        onChange={event => onChange(event.target.value)}
      />
      <FieldNote field={field} id={noteId} />
    </div>
  );
}
