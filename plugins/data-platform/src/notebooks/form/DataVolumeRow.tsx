import { useId } from 'react';
import { Button, Select, TextField } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';
import {
  FieldNote,
  formStyles,
  useFieldFindings,
} from '@millrace/backstage-plugin-data-platform-react';
import { volumeOption } from './HomeSection';
import { DataVolumeInput } from './NotebookInput';
import styles from './form.module.css';

/** One volume: which, and where it is mounted. */
export function DataVolumeRow(props: {
  index: number;
  volume: DataVolumeInput;
  options: NotebookOptions;
  onChange: (volume: DataVolumeInput) => void;
  onRemove: () => void;
}) {
  const { index, volume, options, onChange, onRemove } = props;
  const field = `dataVolumes[${index}]`;
  const number = index + 1;
  const noteId = useId();
  const wrong = useFieldFindings(field).some(({ level }) => level === 'error');
  const made = volume.new;
  return (
    <div
      className={formStyles.field}
      role="group"
      aria-label={`Data volume ${number}`}
      aria-describedby={noteId}
    >
      <div className={styles.row}>
        <div className={styles.two}>
          {made ? (
            <>
              <TextField
                label={`Name of volume ${number}`}
                value={made.name}
                isInvalid={wrong}
                autoComplete="off"
                onChange={name =>
                  onChange({ ...volume, new: { ...made, name: name.trim() } })
                }
              />
              <TextField
                label={`Size of volume ${number}`}
                value={made.size}
                isInvalid={wrong}
                autoComplete="off"
                onChange={size =>
                  onChange({ ...volume, new: { ...made, size: size.trim() } })
                }
              />
            </>
          ) : (
            <Select
              label={`Volume ${number}`}
              placeholder="Choose a volume"
              isInvalid={wrong}
              selectedKey={volume.claim || null}
              onSelectionChange={key =>
                onChange({ ...volume, claim: String(key) })
              }
              options={options.volumes.map(volumeOption)}
            />
          )}
          <TextField
            label={`Volume ${number} is mounted at`}
            value={volume.mountPath}
            isInvalid={wrong}
            autoComplete="off"
            onChange={mountPath =>
              onChange({ ...volume, mountPath: mountPath.trim() })
            }
          />
        </div>
        <Button
          size="small"
          variant="tertiary"
          aria-label={`Remove volume ${number}`}
          iconStart={<RiCloseLine />}
          onPress={onRemove}
        />
      </div>
      <FieldNote field={field} id={noteId} />
    </div>
  );
}
