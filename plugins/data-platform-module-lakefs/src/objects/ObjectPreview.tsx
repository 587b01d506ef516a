import { Skeleton } from '@backstage/ui';
import {
  DataPlatformError,
  FactList,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { RepositoryAddress } from '../data/kinds';
import { ObjectSide } from './ObjectSide';
import { PreviewBody } from './PreviewBody';
import { previewFacts } from './previewFacts';
import { usePreview } from './usePreview';
import styles from './objects.module.css';

/** An object on one ref: what is known of it, and its beginning. */
export function ObjectPreview(props: {
  address: RepositoryAddress;
  path: string;
  side: ObjectSide;
}) {
  const { address, path, side } = props;
  const { value, error, refresh } = usePreview(address, {
    ref: side.ref,
    path,
  });
  const gone = error instanceof DataPlatformError && error.status === 404;
  return (
    <section className={styles.side} aria-label={side.title}>
      <h3 className={styles.title}>{side.title}</h3>
      {gone && <p className={styles.quiet}>It is not there.</p>}
      {error && !gone && !value && (
        <ViewProblem error={error} subject="this object" onRetry={refresh} />
      )}
      {!value && !error && (
        <Skeleton
          width="100%"
          height={160}
          role="status"
          aria-label="Loading the preview"
        />
      )}
      {value && (
        <>
          <FactList facts={previewFacts(value)} />
          <PreviewBody
            preview={value}
            label={`Content of ${path}, ${side.title}`}
          />
        </>
      )}
    </section>
  );
}
