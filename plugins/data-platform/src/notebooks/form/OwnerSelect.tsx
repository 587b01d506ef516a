import { useId } from 'react';
import { Select } from '@backstage/ui';
import {
  FieldNote,
  formStyles,
  refTitle,
  useMe,
} from '@millrace/backstage-plugin-data-platform-react';

const ME = 'me';

/** Whose the server is: the person's, or of a group of theirs. */
export function OwnerSelect(props: {
  value: string | undefined;
  onChange: (owner: string | undefined) => void;
}) {
  const { value, onChange } = props;
  // While nobody knows, it can be the person's alone, which is the usual case.
  const groups = (useMe()?.ownershipRefs ?? []).filter(ref =>
    ref.startsWith('group:'),
  );
  const noteId = useId();
  return (
    <div className={formStyles.field}>
      <Select
        label="Owner"
        aria-describedby={noteId}
        selectedKey={value ?? ME}
        onSelectionChange={key =>
          onChange(key === ME || key === null ? undefined : String(key))
        }
        options={[
          { id: ME, label: 'Me' },
          ...groups.map(ref => ({ id: ref, label: refTitle(ref) })),
        ]}
      />
      <FieldNote field="owner" id={noteId} />
    </div>
  );
}
