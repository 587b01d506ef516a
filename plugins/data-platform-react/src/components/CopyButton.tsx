import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import styles from './CopyButton.module.css';

/** Copies a text, and says so beside it where the browser does not allow that. */
export function CopyButton(props: {
  text: string;
  /** `Copy the definition`. */
  label: string;
}) {
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
    <>
      <Button
        size="small"
        variant="secondary"
        aria-label={label}
        iconStart={copied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={copy}
      >
        {copied ? 'Copied' : 'Copy'}
      </Button>
      <span role="status" className={styles.status}>
        {copied === false && 'The browser did not allow it; select the text.'}
      </span>
    </>
  );
}
