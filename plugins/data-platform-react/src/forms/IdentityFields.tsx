import { useState } from 'react';
import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { nameProblem } from './nameProblem';
import { TextInput } from './TextInput';
import styles from './forms.module.css';

/** Name, title and description of an entity that a form makes. */
export interface Identity {
  name: string;
  title: string;
  description: string;
}

/** Paths by which findings name the fields. */
export const IDENTITY_FIELDS: readonly string[] = [
  'name',
  'title',
  'description',
];

/** What a person fills in, what is wrong with it, and the input that it becomes: what is empty is left out. */
export function useIdentity(first: Partial<Identity>) {
  const [value, setValue] = useState<Identity>({
    name: first.name ?? '',
    title: first.title ?? '',
    description: first.description ?? '',
  });
  const { name, title, description } = value;
  const problem = nameProblem(name);
  const problems: Finding[] = problem
    ? [{ level: 'error', field: 'name', message: problem }]
    : [];
  return {
    value,
    set: (patch: Partial<Identity>) =>
      setValue(before => ({ ...before, ...patch })),
    problems,
    input: {
      name,
      ...(title && { title }),
      ...(description && { description }),
    },
  };
}

/** The fields of {@link useIdentity}. */
export function IdentityFields(props: {
  value: Identity;
  onChange: (patch: Partial<Identity>) => void;
}) {
  const { value, onChange } = props;
  return (
    <>
      <div className={styles.row}>
        <TextInput
          field="name"
          label="Name"
          required
          value={value.name}
          onChange={name => onChange({ name })}
        />
        <TextInput
          field="title"
          label="Title (optional)"
          value={value.title}
          onChange={title => onChange({ title })}
        />
      </div>
      <TextInput
        field="description"
        label="Description (optional)"
        value={value.description}
        onChange={description => onChange({ description })}
      />
    </>
  );
}
