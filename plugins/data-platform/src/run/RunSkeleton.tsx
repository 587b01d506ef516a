import { Skeleton } from '@backstage/ui';
import styles from './RunDetails.module.css';

/** The drawer before its run is here. */
export function RunSkeleton() {
  return (
    <div className={styles.panel} role="status" aria-label="Loading the run">
      <Skeleton width="80%" height={22} />
      <Skeleton width="55%" height={16} />
      <Skeleton width="100%" height={36} />
      <Skeleton width="100%" height={220} />
    </div>
  );
}
