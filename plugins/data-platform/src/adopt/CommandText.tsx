import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { scrollable } from '../layout/scrollable';
import styles from './adopt.module.css';

/** A command to run elsewhere, with a button that copies it. */
export function CommandText(props: { text: string; label: string }) {
  const { text, label } = props;
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Refused by the browser: the text can still be selected by hand.
      setCopied(false);
    }
  };
  return (
    <div className={styles.command}>
      <code
        className={styles.code}
        role="region"
        aria-label={label}
        {...scrollable}
      >
        {text}
      </code>
      <Button
        size="small"
        variant="secondary"
        aria-label={`Copy the ${label}`}
        iconStart={copied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={copy}
      >
        {copied ? 'Copied' : 'Copy'}
      </Button>
      <span role="status" className={styles.quiet}>
        {copied === false && 'The browser did not allow it; select the text.'}
      </span>
    </div>
  );
}
