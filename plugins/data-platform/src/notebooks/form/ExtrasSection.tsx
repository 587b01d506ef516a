import { useId } from 'react';
import { Checkbox, Select } from '@backstage/ui';
import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';
import {
  FieldNote,
  formStyles,
} from '@millrace/backstage-plugin-data-platform-react';
import { EnvironmentList } from './EnvironmentList';
import { ProblemNote } from './ProblemNote';
import { Section } from './Section';
import { SectionProps } from './SectionProps';
import styles from './form.module.css';

/** What else can be asked for: access that PodDefaults give, shared memory, nodes, variables. */
export function ExtrasSection(props: SectionProps) {
  const { input, options, onChange } = props;
  const { podDefaults = [], environment = [] } = input;
  const noteId = useId();
  return (
    <Section title="More">
      <ProblemNote options={options} part="podDefaults" />
      {options.podDefaults.length > 0 && (
        <div
          className={styles.checks}
          role="group"
          aria-label="Access and settings (PodDefaults)"
          aria-describedby={noteId}
        >
          <span className={formStyles.label}>
            Access and settings (PodDefaults)
          </span>
          {options.podDefaults.map(({ name, title }) => (
            <Checkbox
              key={name}
              isSelected={podDefaults.includes(name)}
              onChange={selected =>
                onChange({
                  podDefaults: selected
                    ? [...podDefaults, name]
                    : podDefaults.filter(other => other !== name),
                })
              }
            >
              {title}
            </Checkbox>
          ))}
          <FieldNote field="podDefaults" id={noteId} />
        </div>
      )}
      <Checkbox isSelected={!!input.shm} onChange={shm => onChange({ shm })}>
        Shared memory (for PyTorch data loaders; counts as memory)
      </Checkbox>
      <div className={styles.two}>
        <GroupSelect
          field="tolerationGroup"
          label="Nodes that it may run on"
          groups={options.tolerationGroups}
          value={input.tolerationGroup}
          onChange={tolerationGroup => onChange({ tolerationGroup })}
        />
        <GroupSelect
          field="affinityGroup"
          label="Nodes that it should run on"
          groups={options.affinityGroups}
          value={input.affinityGroup}
          onChange={affinityGroup => onChange({ affinityGroup })}
        />
      </div>
      <EnvironmentList
        value={environment}
        onChange={changed => onChange({ environment: changed })}
      />
    </Section>
  );
}

const ANY = '*';

function GroupSelect(props: {
  field: string;
  label: string;
  groups: NotebookOptions['tolerationGroups'];
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}) {
  const { field, label, groups, value, onChange } = props;
  const noteId = useId();
  if (groups.length === 0) {
    return null;
  }
  return (
    <div className={formStyles.field}>
      <Select
        label={label}
        aria-describedby={noteId}
        selectedKey={value ?? ANY}
        onSelectionChange={key =>
          onChange(key === ANY || key === null ? undefined : String(key))
        }
        options={[
          { id: ANY, label: 'As usual' },
          ...groups.map(({ id, title, description }) => ({
            id,
            label: title,
            description,
          })),
        ]}
      />
      <FieldNote field={field} id={noteId} />
    </div>
  );
}
