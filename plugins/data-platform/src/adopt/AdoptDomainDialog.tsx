import { useState } from 'react';
import {
  AdoptableNamespace,
  Finding,
} from '@millrace/backstage-plugin-data-platform-common';
import { EntitySelect } from '../forms/EntitySelect';
import { FormDialog } from '../forms/FormDialog';
import { nameProblem } from '../forms/nameProblem';
import { OpenEntityButton } from '../forms/OpenEntityButton';
import { TextInput } from '../forms/TextInput';
import { domainName } from './domainName';
import { DriftList } from './DriftList';
import styles from '../forms/forms.module.css';

const FIELDS = ['name', 'title', 'description', 'owner'];

/** Registers a labelled namespace as a domain of the portal. */
export function AdoptDomainDialog(props: {
  item: AdoptableNamespace;
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const { source, namespace, domain, drift = [] } = item;
  const [name, setName] = useState(domain ? domainName(domain) : namespace);
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [owner, setOwner] = useState<string>();
  const problem = nameProblem(name);
  const problems: Finding[] = problem
    ? [{ level: 'error', field: 'name', message: problem }]
    : [];
  return (
    <FormDialog
      title={`Adopt ${namespace} as a data domain`}
      submit="Adopt the namespace"
      fields={FIELDS}
      problems={problems}
      request={
        owner
          ? {
              operation: 'domain:adopt',
              input: {
                source,
                namespace,
                name,
                owner,
                ...(title && { title }),
                ...(description && { description }),
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
      <div className={styles.row}>
        <TextInput
          field="name"
          label="Name"
          required
          value={name}
          onChange={setName}
        />
        <TextInput
          field="title"
          label="Title (optional)"
          value={title}
          onChange={setTitle}
        />
      </div>
      <TextInput
        field="description"
        label="Description (optional)"
        value={description}
        onChange={setDescription}
      />
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
