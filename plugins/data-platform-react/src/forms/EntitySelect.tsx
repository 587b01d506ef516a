import { ReactNode, useId } from 'react';
import { Select, Skeleton } from '@backstage/ui';
import { refTitle } from '../format/refTitle';
import { ViewProblem } from '../components/ViewProblem';
import { FieldNote, useFieldFindings } from './FormFindings';
import { useEntityChoices } from './useEntityChoices';
import styles from './forms.module.css';

const NONE = '*';

/** Chooses an entity of the catalog. */
export function EntitySelect(props: {
  field: string;
  label: string;
  /** What is chosen, in sentences: `data product`. */
  noun: string;
  filter: Record<string, string | string[]>;
  value: string | undefined;
  onChange: (ref: string | undefined) => void;
  required?: boolean;
  /** Offers to choose none, in these words. */
  none?: string;
  description?: string;
  /** Not there while there is nothing to choose. */
  absentIfEmpty?: boolean;
  /** Stands in its place while there is nothing to choose: what to do then. */
  empty?: ReactNode;
}) {
  const { field, label, noun, filter, value, onChange, required, none } = props;
  const { choices, error, reload } = useEntityChoices(JSON.stringify(filter));
  const noteId = useId();
  const findings = useFieldFindings(field);
  if (props.absentIfEmpty && !choices?.length) {
    return null;
  }
  if (!choices) {
    return error ? (
      <ViewProblem error={error} subject={`the ${noun}s`} onRetry={reload} />
    ) : (
      <Skeleton
        width="100%"
        height={56}
        role="status"
        aria-label={`Loading the ${noun}s`}
      />
    );
  }
  if (choices.length === 0 && props.empty) {
    return <>{props.empty}</>;
  }
  const stray =
    value && !choices.some(({ id }) => id === value)
      ? [{ id: value, label: refTitle(value) }]
      : [];
  return (
    <div className={styles.field}>
      <Select
        label={label}
        description={props.description}
        placeholder={
          choices.length > 0 ? `Choose a ${noun}` : `There is no ${noun} yet`
        }
        isRequired={required}
        isInvalid={findings.some(({ level }) => level === 'error')}
        aria-describedby={noteId}
        search={choices.length > 8 ? { placeholder: 'Search' } : undefined}
        selectedKey={value ?? (none ? NONE : null)}
        onSelectionChange={key =>
          onChange(key && key !== NONE ? String(key) : undefined)
        }
        options={[
          ...(none ? [{ id: NONE, label: none }] : []),
          ...choices,
          ...stray,
        ]}
      />
      <FieldNote field={field} id={noteId} />
    </div>
  );
}
