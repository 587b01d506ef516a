import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { DataVolumeRow } from './DataVolumeRow';
import { DataVolumeInput } from './NotebookInput';
import { Section } from './Section';
import { SectionProps } from './SectionProps';
import styles from './form.module.css';

/** Volumes beside the home: data that several servers share, or room for more. */
export function DataVolumesSection(props: SectionProps) {
  const { input, options, onChange } = props;
  const { dataVolumes = [] } = input;
  const change = (index: number, volume: DataVolumeInput) =>
    onChange({
      dataVolumes: dataVolumes.map((old, at) => (at === index ? volume : old)),
    });
  const add = (volume: DataVolumeInput) =>
    onChange({ dataVolumes: [...dataVolumes, volume] });
  const next = dataVolumes.length + 1;
  const mountPath = next === 1 ? '/data' : `/data-${next}`;
  return (
    <Section title="Data volumes">
      {dataVolumes.map((volume, index) => (
        <DataVolumeRow
          key={index}
          index={index}
          volume={volume}
          options={options}
          onChange={changed => change(index, changed)}
          onRemove={() =>
            onChange({
              dataVolumes: dataVolumes.filter((_, other) => other !== index),
            })
          }
        />
      ))}
      <div className={styles.buttons}>
        {options.volumes.length > 0 && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiAddLine />}
            onPress={() => add({ claim: '', mountPath })}
          >
            Mount an existing volume
          </Button>
        )}
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={() =>
            add({
              new: {
                name: `${input.name ?? 'data'}-data-${next}`,
                size: '10Gi',
              },
              mountPath,
            })
          }
        >
          Make a new volume
        </Button>
      </div>
    </Section>
  );
}
