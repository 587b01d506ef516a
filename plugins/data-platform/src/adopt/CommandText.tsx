import { CopyButton } from '@millrace/backstage-plugin-data-platform-react';
import styles from './adopt.module.css';

/** A command to run elsewhere, with a button that copies it. */
export function CommandText(props: { text: string; label: string }) {
  const { text, label } = props;
  return (
    <div className={styles.command}>
      <code className={styles.code} role="region" aria-label={label}>
        {text}
      </code>
      <CopyButton text={text} label={`Copy the ${label}`} />
    </div>
  );
}
