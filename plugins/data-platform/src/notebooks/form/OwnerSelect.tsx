import { useEffect, useId, useState } from 'react';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  FieldNote,
  formStyles,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-react';

const ME = 'me';

/** Whose the server is: the person's, or of a group of theirs. */
export function OwnerSelect(props: {
  value: string | undefined;
  onChange: (owner: string | undefined) => void;
}) {
  const { value, onChange } = props;
  const identityApi = useApi(identityApiRef);
  const [groups, setGroups] = useState<readonly string[]>([]);
  const noteId = useId();
  useEffect(() => {
    let current = true;
    identityApi.getBackstageIdentity().then(
      ({ ownershipEntityRefs }) =>
        current &&
        setGroups(ownershipEntityRefs.filter(ref => ref.startsWith('group:'))),
      // Then it can be the person's alone, which is the usual case.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [identityApi]);
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
