import {
  EntitySelect,
  TextInput,
  useFieldFindings,
} from '@millrace/backstage-plugin-data-platform-react';
import { DomainSelect } from '../../fields/DomainSelect';
import { TYPE_PRODUCT } from '@millrace/backstage-plugin-data-platform-common';
import { NotebookInput } from './NotebookInput';
import { OwnerSelect } from './OwnerSelect';
import { Section } from './Section';
import styles from './form.module.css';

/** Where the server lives, what it is called and whose it is. */
export function IdentitySection(props: {
  input: NotebookInput;
  onChange: (patch: Partial<NotebookInput>) => void;
  onDomain: (domain: string | undefined) => void;
}) {
  const { input, onChange, onDomain } = props;
  const domainErrors = useFieldFindings('domain').map(({ message }) => message);
  return (
    <Section title="Server">
      <DomainSelect
        label="Data domain"
        description="It runs in the namespace of the domain, under its quota."
        required
        errors={domainErrors}
        value={input.domain}
        onChange={onDomain}
      />
      <div className={styles.two}>
        <TextInput
          field="name"
          label="Name"
          description="Lower-case letters, digits and dashes, for example ada-orders."
          required
          value={input.name ?? ''}
          onChange={name => onChange({ name: name.trim() })}
        />
        <TextInput
          field="title"
          label="Title (optional)"
          description="What people read instead of the name."
          value={input.title ?? ''}
          onChange={title => onChange({ title })}
        />
      </div>
      <TextInput
        field="description"
        label="What it is for (optional)"
        value={input.description ?? ''}
        onChange={description => onChange({ description })}
      />
      <div className={styles.two}>
        <EntitySelect
          field="product"
          label="Data product (none: personal)"
          noun="data product"
          none="None: it is personal"
          filter={{ kind: 'system', 'spec.type': TYPE_PRODUCT }}
          value={input.product}
          onChange={product => onChange({ product })}
        />
        <OwnerSelect
          value={input.owner}
          onChange={owner => onChange({ owner })}
        />
      </div>
    </Section>
  );
}
