import { useState } from 'react';
import { AdoptableNamespace } from '@millrace/backstage-plugin-data-platform-common';
import {
  EntitySelect,
  FormDialog,
  formStyles as styles,
  IDENTITY_FIELDS,
  IdentityFields,
  OpenEntityButton,
  useIdentity,
} from '@millrace/backstage-plugin-data-platform-react';
import { domainName } from './domainName';
import { DriftList } from './DriftList';

const FIELDS = [...IDENTITY_FIELDS, 'owner'];

/** Registers a labelled namespace as a domain of the portal. */
export function AdoptDomainDialog(props: {
  item: AdoptableNamespace;
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const { source, namespace, domain, drift = [] } = item;
  const identity = useIdentity({
    name: domain ? domainName(domain) : namespace,
  });
  const [owner, setOwner] = useState<string>();
  return (
    <FormDialog
      title={`Adopt ${namespace} as a data domain`}
      submit="Adopt the namespace"
      fields={FIELDS}
      problems={identity.problems}
      request={
        owner
          ? {
              operation: 'domain:adopt',
              input: {
                source,
                namespace,
                owner,
                ...identity.input,
              },
            }
          : undefined
      }
      result={({ output }) => (
        <OpenEntityButton
          entityRef={output?.entityRef}
          title="Open the domain"
          onOpen={onClose}
        />
      )}
      onClose={onClose}
    >
      <p className={styles.quiet}>
        The domain is registered in the catalog. Nothing on {source} is changed.
      </p>
      <IdentityFields value={identity.value} onChange={identity.set} />
      <EntitySelect
        field="owner"
        label="Owner"
        noun="group"
        filter={{ kind: 'group' }}
        required
        value={owner}
        onChange={setOwner}
      />
      {drift.length > 0 && (
        <div className={styles.field}>
          <span className={styles.label}>
            It differs from what the template would make, and stays so
          </span>
          <DriftList drift={drift} />
        </div>
      )}
    </FormDialog>
  );
}
