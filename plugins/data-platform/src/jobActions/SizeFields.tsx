import { useId } from 'react';
import {
  FieldNote,
  formStyles as styles,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { PodSize } from './runValues';

const LABELS: Record<string, string> = {
  instances: 'How many',
  cores: 'Cores',
  memory: 'Memory',
  memoryOverhead: 'Memory overhead',
};

/** Cores and memory of the driver or of each executor. */
export function SizeFields<T extends PodSize>(props: {
  title: string;
  pod: 'driver' | 'executor';
  size: T;
  /** Their number is left to dynamic allocation. */
  dynamic?: boolean;
  onChange: (size: T) => void;
}) {
  const { title, pod, size, dynamic, onChange } = props;
  const noteId = useId();
  const keys = Object.keys(LABELS).filter(
    key => key in size && !(key === 'instances' && dynamic),
  );
  return (
    <fieldset className={styles.group} aria-describedby={noteId}>
      <legend className={styles.legend}>{title}</legend>
      <div className={styles.row}>
        {keys.map(key => (
          <TextInput
            key={key}
            field={`${pod}.${key}`}
            label={LABELS[key]}
            numeric={key === 'instances' || key === 'cores'}
            placeholder="as Spark decides"
            value={String(size[key as keyof T])}
            onChange={value => onChange({ ...size, [key]: value })}
          />
        ))}
      </div>
      <FieldNote field={pod} id={noteId} />
      {dynamic && (
        <p className={styles.quiet}>
          Their number follows the load (dynamic allocation).
        </p>
      )}
    </fieldset>
  );
}
