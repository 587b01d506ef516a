import { ReactNode, useId } from 'react';
import styles from './CardChoice.module.css';

/** One card to choose. */
export interface CardOption {
  id: string;
  title: string;
  body?: ReactNode;
  /** Why it cannot be chosen. */
  disabledReason?: string;
}

/** One of a few, each a card that shows what it means. */
export function CardChoice(props: {
  label: string;
  description?: string;
  required?: boolean;
  options: readonly CardOption[];
  value: string | undefined;
  onChange: (id: string) => void;
  errors?: readonly string[];
  disabled?: boolean;
}) {
  const { label, description, required, options, value, errors = [] } = props;
  const name = useId();
  const errorId = `${name}-error`;
  return (
    <fieldset
      className={styles.set}
      aria-describedby={errors.length > 0 ? errorId : undefined}
    >
      <legend className={styles.legend}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </legend>
      {description && <p className={styles.description}>{description}</p>}
      <div className={styles.cards}>
        {options.map(option => (
          <label
            key={option.id}
            className={styles.card}
            data-selected={option.id === value}
            data-disabled={!!option.disabledReason}
          >
            <input
              type="radio"
              className={styles.radio}
              name={name}
              value={option.id}
              required={required}
              checked={option.id === value}
              disabled={props.disabled || !!option.disabledReason}
              onChange={() => props.onChange(option.id)}
            />
            <span className={styles.text}>
              <strong>{option.title}</strong>
              {option.body}
              {option.disabledReason && (
                <span className={styles.reason}>{option.disabledReason}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      {errors.length > 0 && (
        <p className={styles.error} id={errorId} role="alert">
          {errors.join(' ')}
        </p>
      )}
    </fieldset>
  );
}
