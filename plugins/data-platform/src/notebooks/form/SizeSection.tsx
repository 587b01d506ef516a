import { TextInput } from '@millrace/backstage-plugin-data-platform-react';
import { couldRead } from './couldRead';
import { GpuSelect } from './GpuSelect';
import { ProblemNote } from './ProblemNote';
import { Section } from './Section';
import { SectionProps } from './SectionProps';
import styles from './form.module.css';

/** CPU, memory and GPUs of a Notebook. */
export function SizeSection(
  props: Pick<SectionProps, 'options'> & {
    input: {
      cpu?: string;
      memory?: string;
      gpu?: { key: string; count: number };
    };
    onChange: SectionProps['onChange'];
  },
) {
  const { input, options, onChange } = props;
  return (
    <Section title="Size">
      <div className={styles.two}>
        <TextInput
          field="cpu"
          label="CPU (cores)"
          description="Asked for and kept for it, also while it is idle."
          placeholder={options.defaults.cpu}
          value={input.cpu ?? ''}
          onChange={cpu => onChange({ cpu: cpu.trim() })}
        />
        <TextInput
          field="memory"
          label="Memory"
          description="For example 2Gi."
          placeholder={options.defaults.memory}
          value={input.memory ?? ''}
          onChange={memory => onChange({ memory: memory.trim() })}
        />
      </div>
      <ProblemNote options={options} part="gpus" />
      <GpuSelect
        offers={options.gpus}
        known={couldRead(options, 'gpus')}
        value={input.gpu}
        onChange={gpu => onChange({ gpu })}
      />
    </Section>
  );
}
