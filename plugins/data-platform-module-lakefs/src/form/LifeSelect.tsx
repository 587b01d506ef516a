import { useId } from 'react';
import { Select } from '@backstage/ui';
import {
  FieldNote,
  formStyles,
  useFieldFindings,
} from '@millrace/backstage-plugin-data-platform-react';

const NEVER = 'never';
const AS_IS = 'as-is';
const OFFERED = [1, 3, 7, 14, 30, 90, 365];

/** After how many days a branch expires. */
export function LifeSelect(props: {
  label: string;
  /** Words for a branch that does not expire. */
  never: string;
  value: number | undefined;
  /** Nothing has been chosen: it stays as it is. */
  asIs?: boolean;
  onChange: (days: number | undefined) => void;
}) {
  const { label, never, value, asIs, onChange } = props;
  const noteId = useId();
  const findings = useFieldFindings('days');
  const days =
    value === undefined || OFFERED.includes(value)
      ? OFFERED
      : [...OFFERED, value].sort((a, b) => a - b);
  return (
    <div className={formStyles.field}>
      <Select
        label={label}
        isInvalid={findings.some(({ level }) => level === 'error')}
        aria-describedby={noteId}
        selectedKey={asIs ? AS_IS : String(value ?? NEVER)}
        onSelectionChange={key =>
          key !== AS_IS && onChange(key === NEVER ? undefined : Number(key))
        }
        options={[
          ...(asIs ? [{ id: AS_IS, label: 'As it is' }] : []),
          ...days.map(each => ({
            id: String(each),
            label: each === 1 ? '1 day' : `${each} days`,
          })),
          { id: NEVER, label: never },
        ]}
      />
      <FieldNote field="days" id={noteId} />
    </div>
  );
}
