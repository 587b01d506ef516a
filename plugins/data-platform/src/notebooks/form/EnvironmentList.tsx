import { useId } from 'react';
import { Button, TextField } from '@backstage/ui';
import { RiAddLine, RiCloseLine } from '@remixicon/react';
import {
  FieldNote,
  formStyles,
  useFieldFindings,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './form.module.css';

interface Variable {
  name: string;
  value: string;
}

/** Environment variables of the server; no place for secrets. */
export function EnvironmentList(props: {
  value: readonly Variable[];
  onChange: (value: Variable[]) => void;
}) {
  const { value, onChange } = props;
  return (
    <div
      className={formStyles.field}
      role="group"
      aria-label="Environment variables"
    >
      <span className={formStyles.label}>Environment variables</span>
      <span className={formStyles.quiet}>
        Everybody in the domain can read them: give secrets by a PodDefault.
      </span>
      {value.map((variable, index) => (
        <VariableRow
          key={index}
          index={index}
          variable={variable}
          onChange={changed =>
            onChange(value.map((old, at) => (at === index ? changed : old)))
          }
          onRemove={() => onChange(value.filter((_, other) => other !== index))}
        />
      ))}
      <div>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={() => onChange([...value, { name: '', value: '' }])}
        >
          Add a variable
        </Button>
      </div>
    </div>
  );
}

function VariableRow(props: {
  index: number;
  variable: Variable;
  onChange: (variable: Variable) => void;
  onRemove: () => void;
}) {
  const { index, variable, onChange, onRemove } = props;
  const field = `environment[${index}]`;
  const number = index + 1;
  const noteId = useId();
  const wrong = useFieldFindings(field).some(({ level }) => level === 'error');
  return (
    <>
      <div className={styles.row}>
        <div className={styles.two}>
          <TextField
            aria-label={`Name of variable ${number}`}
            aria-describedby={noteId}
            placeholder="NAME"
            value={variable.name}
            isInvalid={wrong}
            autoComplete="off"
            onChange={name => onChange({ ...variable, name: name.trim() })}
          />
          <TextField
            aria-label={`Value of variable ${number}`}
            placeholder="value"
            value={variable.value}
            autoComplete="off"
            onChange={text => onChange({ ...variable, value: text })}
          />
        </div>
        <Button
          size="small"
          variant="tertiary"
          aria-label={`Remove variable ${number}`}
          iconStart={<RiCloseLine />}
          onPress={onRemove}
        />
      </div>
      <FieldNote field={field} id={noteId} />
    </>
  );
}
