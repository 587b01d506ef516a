import type { domainFieldSchema } from './domainField';
import { DomainSelect } from './DomainSelect';
import { fieldText } from './fieldText';

/** A data domain; those that the person may create in come first. */
export function DomainPicker(props: typeof domainFieldSchema.TProps) {
  const { formData, onChange, disabled } = props;
  return (
    <DomainSelect
      {...fieldText(props, 'Data domain')}
      value={formData}
      onChange={onChange}
      disabled={disabled}
    />
  );
}
