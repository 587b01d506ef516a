import { Select } from '@backstage/ui';
import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';

const DEFAULT = '*';

/** On which storage a new volume is made. */
export function StorageClassSelect(props: {
  label: string;
  options: NotebookOptions;
  value: string | undefined;
  onChange: (storageClass: string | undefined) => void;
}) {
  const { label, options, value, onChange } = props;
  const usual = options.storageClasses.find(({ isDefault }) => isDefault);
  return (
    <Select
      label={label}
      selectedKey={value ?? DEFAULT}
      onSelectionChange={key =>
        onChange(key === DEFAULT || key === null ? undefined : String(key))
      }
      options={[
        {
          id: DEFAULT,
          label: usual ? `As usual (${usual.name})` : 'As usual on the cluster',
        },
        ...options.storageClasses
          .filter(({ isDefault }) => !isDefault)
          .map(({ name }) => ({ id: name, label: name })),
      ]}
    />
  );
}
