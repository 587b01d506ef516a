import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { scrollable } from '../layout/scrollable';
import styles from './ManifestText.module.css';

/** YAML as text, with a button that copies it. */
export function ManifestText(props: { text: string; label: string }) {
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
    <div className={styles.box}>
      <div className={styles.copy}>
        <Button
          size="small"
          variant="secondary"
          aria-label={`Copy ${label}`}
          iconStart={copied ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={copy}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
        <span role="status" className={styles.status}>
          {copied === false && 'The browser did not allow it; select the text.'}
        </span>
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
