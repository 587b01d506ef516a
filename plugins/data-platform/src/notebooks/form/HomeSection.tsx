import { useId } from 'react';
import { Select } from '@backstage/ui';
import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';
import {
  FieldNote,
  formatMemory,
  formStyles,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { CardChoice } from '../../fields/CardChoice';
import { couldRead } from './couldRead';
import { HomeInput } from './NotebookInput';
import { ProblemNote } from './ProblemNote';
import { Section } from './Section';
import { SectionProps } from './SectionProps';
import { StorageClassSelect } from './StorageClassSelect';
import styles from './form.module.css';

/** The volume that keeps what is in the home folder when the server stops. */
export function HomeSection(props: SectionProps) {
  const { input, options, onChange } = props;
  const { home = 'none' } = input;
  const noteId = useId();
  const choose = (id: string) => onChange({ home: homeOf(id, options) });
  return (
    <Section
      title="Home volume"
      description="It stays when the server stops; what is written elsewhere is lost then."
    >
      <ProblemNote options={options} part="volumes" />
      <CardChoice
        label="Home folder"
        value={choiceOf(home)}
        onChange={choose}
        options={[
          { id: 'new', title: 'New volume', body: 'Empty at first.' },
          {
            id: 'existing',
            title: 'Existing volume',
            body: 'For example of a server that was deleted.',
            disabledReason:
              options.volumes.length === 0 ? noVolume(options) : undefined,
          },
          { id: 'none', title: 'None', body: 'Nothing is kept.' },
        ]}
      />
      {typeof home === 'object' && 'new' in home && (
        <div className={styles.two}>
          <TextInput
            field="home"
            label="Size of the home volume"
            value={home.new.size}
            onChange={size =>
              onChange({ home: { new: { ...home.new, size: size.trim() } } })
            }
          />
          <StorageClassSelect
            label="Storage class of the home volume"
            options={options}
            value={home.new.storageClass}
            onChange={storageClass =>
              onChange({ home: { new: { ...home.new, storageClass } } })
            }
          />
        </div>
      )}
      {typeof home === 'object' && 'existing' in home && (
        <div className={formStyles.field}>
          <Select
            label="Volume"
            aria-describedby={noteId}
            selectedKey={home.existing || null}
            placeholder="Choose a volume"
            onSelectionChange={key =>
              onChange({ home: { existing: String(key) } })
            }
            options={options.volumes.map(volumeOption)}
          />
          <FieldNote field="home" id={noteId} />
        </div>
      )}
      {home !== 'none' && (
        <TextInput
          field="homeMountPath"
          label="Mounted at"
          value={input.homeMountPath ?? ''}
          placeholder={options.defaults.homeMountPath}
          onChange={homeMountPath => onChange({ homeMountPath })}
        />
      )}
    </Section>
  );
}

function noVolume(options: NotebookOptions): string {
  return couldRead(options, 'volumes')
    ? 'There is none in this domain.'
    : 'It is not known which there are.';
}

/** A volume with its size and who mounts it already. */
export function volumeOption(volume: NotebookOptions['volumes'][number]) {
  const { name, size, usedBy, accessModes = [] } = volume;
  const once = accessModes.some(mode => mode.startsWith('ReadWriteOnce'));
  const used =
    usedBy.length > 0
      ? `used by ${usedBy.join(', ')}${
          once ? '; works only on the same node' : ''
        }`
      : 'not in use';
  return {
    id: name,
    label: name,
    description: [size && formatMemory(size), used].filter(Boolean).join(', '),
  };
}

function choiceOf(home: HomeInput): string {
  if (home === 'none') {
    return 'none';
  }
  return 'new' in home ? 'new' : 'existing';
}

function homeOf(id: string, options: NotebookOptions): HomeInput {
  if (id === 'new') {
    return { new: { size: options.defaults.homeSize } };
  }
  return id === 'existing'
    ? { existing: options.volumes[0]?.name ?? '' }
    : 'none';
}
