import { useId, useRef } from 'react';
import { Button, TextField } from '@backstage/ui';
import { RiAddLine, RiCloseLine } from '@remixicon/react';
import { FieldNote, useFieldFindings } from './FormFindings';
import styles from './forms.module.css';

/** Arguments of an application, one a line, to change, add and take away. */
export function ArgumentList(props: {
  value: readonly string[];
  onChange: (value: string[]) => void;
  field?: string;
  /** Said where there are none. */
  empty?: string;
}) {
  const { value, onChange, field = 'arguments' } = props;
  const noteId = useId();
  const titleId = useId();
  const list = useRef<HTMLDivElement>(null);
  const findings = useFieldFindings(field);
  const focus = (index: number) =>
    // After the next paint: the line that is to be focused is made by it.
    requestAnimationFrame(() =>
      list.current?.querySelectorAll('input')[index]?.focus(),
    );
  const add = () => {
    onChange([...value, '']);
    focus(value.length);
  };
  const remove = (index: number) => {
    onChange(value.filter((_, other) => other !== index));
    focus(Math.max(0, index - 1));
  };
  return (
    <div
      className={styles.field}
      role="group"
      aria-labelledby={titleId}
      aria-describedby={noteId}
      ref={list}
    >
      <span id={titleId} className={styles.label}>
        Arguments
      </span>
      {value.length === 0 && (
        <span className={styles.quiet}>
          {props.empty ?? 'The application gets none.'}
        </span>
      )}
      {value.map((argument, index) => (
        <div key={index} className={styles.argument}>
          <TextField
            aria-label={`Argument ${index + 1}`}
            value={argument}
            isInvalid={findings.some(one => one.field?.endsWith(`[${index}]`))}
            autoComplete="off"
            onChange={text =>
              onChange(value.map((old, at) => (at === index ? text : old)))
            }
          />
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Remove argument ${index + 1}`}
            iconStart={<RiCloseLine />}
            onPress={() => remove(index)}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={add}
        >
          Add an argument
        </Button>
      </div>
      <FieldNote field={field} id={noteId} />
    </div>
  );
}
