import { useState } from 'react';
import { Button } from '@backstage/ui';
import { AdoptableNamespace } from '@millrace/backstage-plugin-data-platform-common';
import { NamespaceItem } from './NamespaceItem';
import styles from './adopt.module.css';

/** A company may have hundreds; the jobs below them are not pushed out of sight. */
const STEP = 10;

/** Namespaces, some at a time. */
export function NamespaceList(props: { items: readonly AdoptableNamespace[] }) {
  const { items } = props;
  const [most, setMost] = useState(STEP);
  const left = items.length - most;
  return (
    <>
      <ul className={styles.list}>
        {items.slice(0, most).map(item => (
          <NamespaceItem key={`${item.source}/${item.namespace}`} item={item} />
        ))}
      </ul>
      {left > 0 && (
        <Button
          size="small"
          variant="secondary"
          className={styles.more}
          onPress={() => setMost(most + 2 * STEP)}
        >
          Show {Math.min(left, 2 * STEP)} more of {items.length}
        </Button>
      )}
    </>
  );
}
