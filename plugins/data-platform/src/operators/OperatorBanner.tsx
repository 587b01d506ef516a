import { lazy, Suspense } from 'react';
import { OperatorDown } from './operatorsDown';
import styles from './OperatorBanner.module.css';

// On most days none is down.
const OperatorAlert = lazy(() =>
  import('./OperatorAlert').then(m => ({ default: m.OperatorAlert })),
);

/**
 * Across the page: which operators seem to be down. Always in the page, so that a screen reader tells of one that goes
 * down while the page is open.
 */
export function OperatorBanner(props: { down: readonly OperatorDown[] }) {
  return (
    <div className={styles.banners} role="status" aria-live="polite">
      {props.down.map(down => (
        <Suspense key={`${down.source} ${down.operator.id}`} fallback={null}>
          <OperatorAlert down={down} />
        </Suspense>
      ))}
    </div>
  );
}
