import { CopyButton } from '../components/CopyButton';
import { scrollable } from '../components/scrollable';
import styles from './ManifestText.module.css';

/** YAML as text, with a button that copies it. */
export function ManifestText(props: { text: string; label: string }) {
  const { text, label } = props;
  return (
    <div className={styles.box}>
      <div className={styles.copy}>
        <CopyButton text={text} label={`Copy ${label}`} />
      </div>
      <pre
        className={styles.text}
        role="region"
        aria-label={label}
        {...scrollable}
      >
        {text}
      </pre>
    </div>
  );
}
